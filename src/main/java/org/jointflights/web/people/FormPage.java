package org.jointflights.web.people;

import java.util.Locale;
import java.util.function.Supplier;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Refusal;
import org.jointflights.web.StatusOf;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;

/** A page with a form, after what it asked for was tried: what is refused is shown above the form, as it was typed. */
public final class FormPage {

    private FormPage() {}

    /** Something that is refused, or puts into the model what it did. */
    public interface Step {
        void run();
    }

    /** The page, filled after the act by {@code fill}. */
    public static ModelAndView of(String page, Model model, Locale language, Step act, Step fill) {
        HttpStatus status = tried(model, language, act);
        fill.run();
        return new ModelAndView(page, model.asMap(), status);
    }

    /** The same where what is done leads to another address, which is asked for after it: the page is filled for a refusal only. */
    public static ModelAndView leading(
            String page, Model model, Locale language, Step act, Step fill, Supplier<String> address) {
        HttpStatus status = tried(model, language, act);
        if (status == HttpStatus.OK) {
            return new ModelAndView("redirect:" + address.get());
        }
        fill.run();
        return new ModelAndView(page, model.asMap(), status);
    }

    private static HttpStatus tried(Model model, Locale language, Step act) {
        try {
            act.run();
            return HttpStatus.OK;
        } catch (Refusal refusal) {
            model.addAttribute("refused", refusal.sentence(language));
            if (refusal instanceof BadInput bad) {
                model.addAttribute("wrong", bad.field());
            }
            return StatusOf.refusal(refusal);
        }
    }
}
