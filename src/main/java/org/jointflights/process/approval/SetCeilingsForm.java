package org.jointflights.process.approval;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jointflights.application.approval.SigningDocument;
import org.jointflights.application.funding.DraftDecisions;
import org.jointflights.application.input.TypedFields;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.funding.CategoryTerms;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.MoneyText;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.Computed;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Frontex's coordinator changes one decision at a time, or finds them complete as they are. */
@Component
class SetCeilingsForm implements TaskForm {

    private static final Pattern CATEGORY =
            Pattern.compile("([A-Za-z_]+)[\\s:=]+([0-9]{1,3})\\s*%?(?:\\s+max\\s+(.+))?");

    private enum Next {
        CHANGE_ANOTHER,
        COMPLETE
    }

    private final DraftDecisions decisions;
    private final SigningDocumentOnForm sheets;

    SetCeilingsForm(DraftDecisions decisions, SigningDocumentOnForm sheets) {
        this.decisions = decisions;
        this.sheets = sheets;
    }

    @Override
    public String task() {
        return "userTask_setCeilings";
    }

    @Override
    public Set<String> fields() {
        return Set.of("beneficiary", "fund", "ceiling", "categories", "next");
    }

    @Override
    public Set<String> shows() {
        return SigningDocumentOnForm.planAnd("beneficiaries", "leftOfYear");
    }

    @Override
    public void open(OpenTask task) {
        SigningDocument sheet = sheets.showPlan(task);
        List<Map<String, String>> options = sheet.decisions().stream()
                .map(row -> Map.of("label", row.state(), "value", row.state().substring(0, 2)))
                .toList();
        task.showRows("beneficiaries", options);
        task.showRows(
                "leftOfYear",
                sheet.ceilings().keySet().stream()
                        .sorted()
                        .map(state -> Map.of(
                                "state",
                                Computed.of(state).toString(),
                                "left",
                                Computed.of(sheets.leftOfYear(task, state)).toString()))
                        .toList());
    }

    @Override
    public void complete(CompletedTask task) {
        TypedFields answers = task.answers();
        Next next = answers.choice("next", Next.class);
        if (!answers.isEmpty("beneficiary")) {
            decisions.set(
                    task.reference(),
                    answers.party("beneficiary"),
                    answers.choice("fund", Fund.class),
                    answers.money("ceiling", Money.EUR),
                    categories(answers));
        } else if (!answers.isEmpty("fund") || !answers.isEmpty("ceiling") || !answers.isEmpty("categories")) {
            throw BadInput.of("beneficiary", "", "approval.beneficiary.missing");
        }
        task.decide(FlightApprovalProcess.DECISIONS_COMPLETE, next == Next.COMPLETE);
    }

    /** As in {@code ESCORTS 50; VISAS 0; CATERING 80 max 2000.00}. */
    private static Map<CostCategory, CategoryTerms> categories(TypedFields answers) {
        Map<CostCategory, CategoryTerms> categories = new EnumMap<>(CostCategory.class);
        for (String entry : answers.optionalText("categories").orElse("").split(";", 0)) {
            if (entry.isBlank()) {
                continue;
            }
            Matcher parts = CATEGORY.matcher(entry.strip());
            CostCategory category = parts.matches() ? named(parts.group(1)) : null;
            if (category == null) {
                throw BadInput.of("categories", entry.strip(), "approval.category.entry", names());
            }
            String most = parts.group(3);
            CategoryTerms terms = new CategoryTerms(
                    Integer.parseInt(parts.group(2)),
                    most == null ? null : MoneyText.parse("categories", most, Money.EUR));
            if (categories.putIfAbsent(category, terms) != null) {
                throw BadInput.of("categories", category, "approval.category.twice");
            }
        }
        return categories;
    }

    private static @Nullable CostCategory named(String typed) {
        return Arrays.stream(CostCategory.values())
                .filter(category -> category.name().equalsIgnoreCase(typed))
                .findFirst()
                .orElse(null);
    }

    private static String names() {
        return Arrays.stream(CostCategory.values()).map(CostCategory::name).collect(Collectors.joining(", "));
    }
}
