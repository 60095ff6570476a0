package org.jointflights.web.sampling;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.people.People;
import org.jointflights.application.recovery.ReadRecoveries;
import org.jointflights.application.sampling.PlanSample;
import org.jointflights.application.sampling.ReadSamples;
import org.jointflights.application.sampling.ReadSamples.Looked;
import org.jointflights.application.sampling.ReadSamples.LookedAt;
import org.jointflights.domain.sampling.CertifiedAmount;
import org.jointflights.domain.sampling.SampleFinding;
import org.jointflights.web.PathNumber;
import org.jointflights.web.overview.FlightWording;
import org.jointflights.web.people.FormPage;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where auditors draw samples of certified claims and say what they found; managers read it. */
@Controller
@RequestMapping("/samples")
class SamplesPage {

    private static final String LIST = "samples";
    private static final String ONE = "sample";
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final ReadSamples samples;
    private final PlanSample planning;
    private final People people;
    private final ReadRecoveries recoveries;

    SamplesPage(ReadSamples samples, PlanSample planning, People people, ReadRecoveries recoveries) {
        this.samples = samples;
        this.planning = planning;
        this.people = people;
        this.recoveries = recoveries;
    }

    @GetMapping
    String list(Model model, Locale language) {
        fill(Map.of(), model, language);
        return LIST;
    }

    @PostMapping
    ModelAndView draw(@RequestParam Map<String, String> answers, Model model, Locale language) {
        long[] drawn = new long[1];
        return FormPage.leading(
                LIST,
                model,
                language,
                () -> drawn[0] = planning.draw(new TypedFields(answers)),
                () -> fill(answers, model, language),
                () -> "/samples/" + drawn[0]);
    }

    @GetMapping("/{sample}")
    String show(@PathVariable("sample") String typed, Model model, Locale language) {
        samples.requireReader();
        fill(number(typed), Map.of(), model, language);
        return ONE;
    }

    @PostMapping("/{sample}/claims/{claim}")
    ModelAndView find(
            @PathVariable("sample") String typed,
            @PathVariable("claim") String claim,
            @RequestParam Map<String, String> answers,
            Model model,
            Locale language) {
        planning.requireAuditor();
        long sample = number(typed);
        model.addAttribute("answered", claim);
        return FormPage.leading(
                ONE,
                model,
                language,
                () -> planning.find(sample, number(claim), new TypedFields(answers)),
                () -> fill(sample, answers, model, language),
                () -> "/samples/" + sample + "#claim-" + claim);
    }

    /** Codes and figures only, in one language: what a program reads. */
    @GetMapping("/{sample}.csv")
    ResponseEntity<byte[]> file(@PathVariable("sample") String typed) {
        samples.requireReader();
        Looked looked = samples.sample(number(typed));
        String lines = looked.claims().stream()
                .map(claim -> line(looked, claim))
                .collect(Collectors.joining(
                        "",
                        "sample,seed,population_sha256,claim,flight,party,certified_eur,draws,verdict,wrong_eur,cause,by,at\r\n",
                        ""));
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("sample-" + looked.sample().id() + ".csv")
                                .build()
                                .toString())
                .body(lines.getBytes(StandardCharsets.UTF_8));
    }

    private static String line(Looked looked, LookedAt claim) {
        CertifiedAmount amount = claim.drawn().amount();
        SampleFinding found = claim.finding();
        SampleFinding.Cause cause = found == null ? null : found.cause();
        return String.join(
                        ",",
                        Long.toString(looked.sample().id()),
                        looked.sample().seed(),
                        looked.sample().hash(),
                        Long.toString(amount.claim()),
                        amount.reference().value(),
                        amount.claimant().code(),
                        amount.eligible().decimal().toPlainString(),
                        Integer.toString(claim.drawn().draws()),
                        found == null ? "" : found.accepted() ? "ACCEPTED" : "ERROR",
                        found == null ? "" : found.error().decimal().toPlainString(),
                        cause == null ? "" : cause.name(),
                        found == null ? "" : found.by(),
                        found == null ? "" : found.at().toString())
                + "\r\n";
    }

    private static long number(String typed) {
        return PathNumber.of(typed, "sampling.unknown", typed);
    }

    private void fill(Map<String, String> typed, Model model, Locale language) {
        model.addAttribute("samples", samples.all());
        common(typed, model, language);
    }

    private void fill(long sample, Map<String, String> typed, Model model, Locale language) {
        Looked looked = samples.sample(sample);
        model.addAttribute("looked", looked);
        model.addAttribute("recoveries", recoveries.ofSample(sample));
        model.addAttribute("causes", SampleFinding.Cause.values());
        model.addAttribute("accepted", PlanSample.ACCEPTED);
        model.addAttribute(
                "names",
                people.namesOf(looked.claims().stream()
                        .map(LookedAt::finding)
                        .filter(found -> found != null)
                        .map(SampleFinding::by)
                        .collect(Collectors.toSet())));
        common(typed, model, language);
    }

    private void common(Map<String, String> typed, Model model, Locale language) {
        model.addAttribute("say", new FlightWording(language));
        model.addAttribute("utc", ZoneOffset.UTC);
        model.addAttribute("typed", typed);
        model.addAttribute("mayFind", samples.mayFind());
        model.addAttribute("most", PlanSample.MOST_DRAWS);
    }
}
