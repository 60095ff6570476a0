package org.jointflights.web.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Locale;
import org.jointflights.application.people.People;
import org.jointflights.application.people.administration.ChangeOwnPassword;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where everybody changes their own password, and signs in with it anew. */
@Controller
@RequestMapping("/password")
class PasswordPage {

    private static final String VIEW = "password";

    private final ChangeOwnPassword own;
    private final People people;

    PasswordPage(ChangeOwnPassword own, People people) {
        this.own = own;
        this.people = people;
    }

    @GetMapping
    String show(Principal user, Model model) {
        fill(user, model);
        return VIEW;
    }

    @PostMapping
    ModelAndView change(
            @RequestParam("currentPassword") String current,
            @RequestParam("newPassword") String fresh,
            @RequestParam("newPasswordAgain") String again,
            Principal user,
            HttpServletRequest request,
            Model model,
            Locale language) {
        ModelAndView answer =
                FormPage.of(VIEW, model, language, () -> own.change(current, fresh, again), () -> fill(user, model));
        if (model.containsAttribute("refused")) {
            return answer;
        }
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        return new ModelAndView("redirect:/sign-in?changed");
    }

    private void fill(Principal user, Model model) {
        model.addAttribute("oneTime", people.passwordOf(user.getName()).oneTime());
    }
}
