package org.jointflights.application.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.jointflights.Refusals.refusal;

import java.util.List;
import java.util.Locale;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.costs.Guarantee;
import org.junit.jupiter.api.Test;

class CompareSharingsTest {

    /** 300 euro by returnees, 10 : 20. */
    private static final String TWO = """
            {"currency":"EUR","participants":[{"party":"FR","committed":{"returnees":10}},{"party":"GB","committed":{"returnees":20}}],
             "items":[{"id":1,"description":"charter","amount":"300.00","payer":"FR","sharers":["FR","GB"],"key":"PER_RETURNEE"}]}
            """;

    /** Spain joins with 30, the charter costs 600, and 6 euro of fees are Spain's own. */
    private static final String THREE = """
            {"currency":"EUR","participants":[{"party":"FR","committed":{"returnees":10}},{"party":"GB","committed":{"returnees":20}},
              {"party":"ES","committed":{"returnees":30}}],
             "items":[{"id":1,"description":"charter","amount":"600.00","payer":"FR","sharers":["FR","GB","ES"],"key":"PER_RETURNEE"},
              {"id":2,"description":"fees","amount":"6.00","payer":"ES","sharers":["ES"],"key":"EQUAL"}]}
            """;

    private final CompareSharings compare = new CompareSharings();

    @Test
    void where_a_state_joins_it_is_said_line_by_line_what_changes_for_whom() {
        CompareSharings.Answer answer = compare(TWO, THREE);

        assertThat(answer.currency()).isEqualTo("EUR");
        assertThat(answer.total()).isEqualTo(new CompareSharings.Change("300.00", "606.00", "306.00"));
        assertThat(answer.totals())
                .containsExactly(
                        new CompareSharings.PartyChange("ES", new CompareSharings.Change(null, "306.00", "306.00")),
                        new CompareSharings.PartyChange("FR", new CompareSharings.Change("100.00", "100.00", "0.00")),
                        new CompareSharings.PartyChange("GB", new CompareSharings.Change("200.00", "200.00", "0.00")));
        assertThat(answer.lines())
                .extracting(
                        line -> line.item() + " " + line.description() + " " + line.party(),
                        CompareSharings.Line::amount)
                .containsExactly(
                        tuple("1 charter FR", new CompareSharings.Change("100.00", "100.00", "0.00")),
                        tuple("1 charter GB", new CompareSharings.Change("200.00", "200.00", "0.00")),
                        tuple("1 charter ES", new CompareSharings.Change(null, "300.00", "300.00")),
                        tuple("2 fees ES", new CompareSharings.Change(null, "6.00", "6.00")));
    }

    @Test
    void where_a_state_leaves_its_whole_share_is_the_difference() {
        CompareSharings.Answer answer = compare(THREE, TWO);

        assertThat(answer.total().difference()).isEqualTo("-306.00");
        assertThat(answer.totals().get(0))
                .isEqualTo(
                        new CompareSharings.PartyChange("ES", new CompareSharings.Change("306.00", null, "-306.00")));
        assertThat(answer.lines())
                .extracting(line -> line.item() + " " + line.description() + " " + line.party())
                .containsExactly("1 charter ES", "1 charter FR", "1 charter GB", "2 fees ES");
    }

    @Test
    void every_line_has_its_reasons_on_the_sides_where_it_stands() {
        List<CompareSharings.Line> lines = compare(TWO, THREE).lines();

        assertThat(lines.get(0).reasonBefore()).contains("10/30");
        assertThat(lines.get(0).reasonAfter()).contains("10/60");
        assertThat(lines.get(2).reasonBefore()).isNull();
        assertThat(lines.get(2).reasonAfter()).contains("30/60");
        assertThat(compare(THREE, TWO).lines().get(0).reasonAfter()).isNull();
    }

    @Test
    void every_promise_is_judged_on_both_sides() {
        List<CompareSharings.PromiseChange> promises = compare(TWO, THREE).guarantees();

        assertThat(promises).hasSizeGreaterThan(3);
        assertThat(promises.get(0).promise()).isEqualTo(Guarantee.Promise.SUMS);
        assertThat(promises).allSatisfy(one -> {
            assertThat(one.verdictBefore()).isNotNull();
            assertThat(one.wordsBefore()).isNotBlank();
            assertThat(one.wordsAfter()).isNotBlank();
        });
    }

    @Test
    void amounts_in_two_currencies_are_not_compared() {
        BadInput refused =
                refusal(BadInput.class, "money.currency.other", () -> compare(TWO, THREE.replace("EUR", "GBP")));

        assertThat(refused.field()).isEqualTo("currency");
        assertThat(refused.value()).isEqualTo("GBP");
    }

    @Test
    void what_is_not_two_inputs_is_refused() {
        BadInput refused = refusal(
                BadInput.class,
                "costs.budget.json.undeclared",
                () -> compare.of("{\"before\":%s,\"after\":%s,\"later\":1}".formatted(TWO, TWO), Locale.ENGLISH));
        assertThat(refused.field()).isEqualTo("later");
        refusal(
                BadInput.class,
                "costs.budget.json.object",
                () -> compare.of("{\"before\":%s}".formatted(TWO), Locale.ENGLISH));
    }

    private CompareSharings.Answer compare(String before, String after) {
        return compare.of("{\"before\":%s,\"after\":%s}".formatted(before, after), Locale.ENGLISH);
    }
}
