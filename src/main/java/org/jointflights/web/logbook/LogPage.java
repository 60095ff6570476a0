package org.jointflights.web.logbook;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.logbook.AddLogFile;
import org.jointflights.application.logbook.ReadLog;
import org.jointflights.application.logbook.ReadLog.FlightLog;
import org.jointflights.application.logbook.WriteLog;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.file.AttachedFile;
import org.jointflights.domain.logbook.LogEntry;
import org.jointflights.domain.logbook.LogEntry.Addressed;
import org.jointflights.web.PathNumber;
import org.jointflights.web.file.FileExchange;
import org.jointflights.web.overview.FlightWording;
import org.jointflights.web.people.FormPage;
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

/** A flight's log. */
@Controller
@RequestMapping("/flights/{reference}/log")
class LogPage {

    private static final String VIEW = "log";
    private static final String TO = "to-";

    private final ReadLog log;
    private final WriteLog writing;
    private final AddLogFile files;

    LogPage(ReadLog log, WriteLog writing, AddLogFile files) {
        this.log = log;
        this.writing = writing;
        this.files = files;
    }

    @GetMapping
    String show(@PathVariable("reference") String typed, Model model, Locale language) {
        fill(OperationReference.named(typed), Map.of(), model, language);
        return VIEW;
    }

    @PostMapping
    ModelAndView write(
            @PathVariable("reference") String typed,
            @RequestParam Map<String, String> answers,
            Model model,
            Locale language) {
        OperationReference reference = OperationReference.named(typed);
        return posted(
                reference,
                answers,
                model,
                language,
                () -> writing.write(reference, new TypedFields(answers), chosen(answers)));
    }

    @PostMapping("/{entry}/answer")
    ModelAndView answer(
            @PathVariable("reference") String typed,
            @PathVariable("entry") String entry,
            @RequestParam Map<String, String> answers,
            Model model,
            Locale language) {
        OperationReference reference = OperationReference.named(typed);
        long answered = number(reference, entry);
        model.addAttribute("answered", answered);
        return posted(
                reference,
                answers,
                model,
                language,
                () -> writing.answer(reference, answered, new TypedFields(answers)));
    }

    @PostMapping(path = "/{entry}/file", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<String> add(
            @PathVariable("reference") String typed,
            @PathVariable("entry") String entry,
            @RequestParam(name = "name", defaultValue = "") String name,
            HttpServletRequest request,
            Locale language)
            throws IOException {
        return FileExchange.taken(
                request,
                language,
                () -> {
                    OperationReference reference = OperationReference.named(typed);
                    files.requirePossible(reference, number(reference, entry), name);
                },
                content -> {
                    OperationReference reference = OperationReference.named(typed);
                    return files.add(reference, number(reference, entry), name, content);
                });
    }

    @GetMapping("/{entry}/file")
    ResponseEntity<byte[]> file(@PathVariable("reference") String typed, @PathVariable("entry") String entry) {
        OperationReference reference = OperationReference.named(typed);
        return FileExchange.given(log.file(reference, number(reference, entry)));
    }

    private ModelAndView posted(
            OperationReference reference,
            Map<String, String> answers,
            Model model,
            Locale language,
            FormPage.Step act) {
        return FormPage.leading(
                VIEW,
                model,
                language,
                act,
                () -> fill(reference, answers, model, language),
                () -> "/flights/" + reference + "/log");
    }

    private static Collection<String> chosen(Map<String, String> answers) {
        return answers.keySet().stream()
                .filter(field -> field.startsWith(TO))
                .map(field -> field.substring(TO.length()))
                .toList();
    }

    private static long number(OperationReference reference, String typed) {
        return PathNumber.of(typed, "logbook.unknown", reference);
    }

    private void fill(OperationReference reference, Map<String, String> typed, Model model, Locale language) {
        FlightLog read = log.log(reference);
        model.addAttribute("say", new FlightWording(language));
        model.addAttribute("log", read);
        model.addAttribute("flight", read.flight());
        model.addAttribute("zone", read.flight().departure().getZone());
        model.addAttribute("addressed", List.of(Addressed.values()));
        model.addAttribute("typed", typed);
        model.addAttribute("longest", LogEntry.LONGEST_TEXT);
        model.addAttribute("megabytes", AttachedFile.MOST_BYTES >> 20);
    }
}
