package org.jointflights.web.system;

import java.util.Locale;
import java.util.Optional;
import org.jointflights.application.system.Backup;
import org.jointflights.application.system.ReadSystem;
import org.jointflights.application.system.RetryFailedStep;
import org.jointflights.application.system.RetryMail;
import org.jointflights.application.system.WriteBackup;
import org.jointflights.domain.Sentence;
import org.jointflights.web.people.FormPage;
import org.jointflights.web.signin.ProviderLookup;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How the application is: failed steps, nodes, queues and the last backup; auditors read it, administrators act there. */
@Controller
@RequestMapping("/admin/system")
class SystemPage {

    private static final String VIEW = "system";
    private static final String TOLD = "told";

    private final ReadSystem read;
    private final RetryFailedStep retry;
    private final RetryMail mail;
    private final WriteBackup write;
    private final Optional<ProviderLookup> provider;

    SystemPage(
            ReadSystem read,
            RetryFailedStep retry,
            RetryMail mail,
            WriteBackup write,
            Optional<ProviderLookup> provider) {
        this.read = read;
        this.retry = retry;
        this.mail = mail;
        this.write = write;
        this.provider = provider;
    }

    @GetMapping
    String show(Model model, Locale language) {
        fill(model, language);
        return VIEW;
    }

    @PostMapping("/retry")
    ModelAndView retry(@RequestParam("step") String step, Model model, Locale language) {
        return FormPage.of(
                VIEW,
                model,
                language,
                () -> model.addAttribute(TOLD, retry.retry(step).words().in(language)),
                () -> fill(model, language));
    }

    @PostMapping("/mail")
    ModelAndView sendAgain(@RequestParam("mail") String id, Model model, Locale language) {
        return FormPage.of(
                VIEW,
                model,
                language,
                () -> {
                    mail.retry(id);
                    model.addAttribute(
                            TOLD, Sentence.of("system.mail.sentAgain").in(language));
                },
                () -> fill(model, language));
    }

    @PostMapping("/mails")
    ModelAndView sendAllAgain(Model model, Locale language) {
        return FormPage.of(
                VIEW,
                model,
                language,
                () -> {
                    int mails = mail.retryAll();
                    model.addAttribute(
                            TOLD, Sentence.of("system.mail.allSentAgain", mails).in(language));
                },
                () -> fill(model, language));
    }

    @PostMapping("/backup")
    ModelAndView backup(Model model, Locale language) {
        return FormPage.of(
                VIEW,
                model,
                language,
                () -> {
                    Backup taken = write.write();
                    model.addAttribute(
                            TOLD,
                            Sentence.of("system.backup.taken", taken.file()).in(language));
                },
                () -> fill(model, language));
    }

    private void fill(Model model, Locale language) {
        model.addAttribute("state", read.read());
        model.addAttribute("throughProvider", provider.isPresent());
        model.addAttribute(
                "providerAway", provider.flatMap(ProviderLookup::awaySince).orElse(null));
        model.addAttribute("say", new SystemWording(language));
    }
}
