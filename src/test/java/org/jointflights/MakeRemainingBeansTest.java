package org.jointflights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

class MakeRemainingBeansTest {

    private final List<String> made = new ArrayList<>();
    private final List<ConfigurableApplicationContext> ended = new ArrayList<>();
    private final GenericApplicationContext application = new GenericApplicationContext();

    @AfterEach
    void close() {
        application.close();
    }

    @Test
    void what_a_start_did_not_need_is_made_after_it() {
        lazily("page");
        application.registerBean("form", StringBuilder.class, () -> note("form"), definition -> {
            definition.setLazyInit(true);
            definition.setScope(BeanDefinition.SCOPE_PROTOTYPE);
        });
        application.refresh();
        assertThat(made).isEmpty();

        new MakeRemainingBeans(ended::add).make(application);

        assertThat(made).as("and a prototype only for whoever asks").containsExactly("page");
        assertThat(ended).isEmpty();
    }

    @Test
    void what_cannot_be_made_ends_the_application() {
        application.registerBean(
                "broken",
                StringBuilder.class,
                () -> {
                    throw new IllegalStateException("a setting that cannot be read");
                },
                definition -> definition.setLazyInit(true));
        lazily("page");
        application.refresh();

        new MakeRemainingBeans(ended::add).make(application);

        assertThat(ended).containsExactly(application);
        assertThat(made).isEmpty();
    }

    @Test
    void an_application_that_ends_meanwhile_is_left_alone() {
        lazily("page");
        application.refresh();
        application.close();

        new MakeRemainingBeans(ended::add).make(application);

        assertThat(made).isEmpty();
        assertThat(ended).isEmpty();
    }

    /** An application is active until the last of it is closed, and nothing is made any more long before. */
    @Test
    void nor_does_it_end_with_an_error_where_it_is_closed_meanwhile() {
        lazily("page");
        application.registerBean(
                "closing", DisposableBean.class, () -> () -> new MakeRemainingBeans(ended::add).make(application));
        application.refresh();

        application.close();

        assertThat(made).isEmpty();
        assertThat(ended).isEmpty();
    }

    private void lazily(String name) {
        application.registerBean(
                name, StringBuilder.class, () -> note(name), definition -> definition.setLazyInit(true));
    }

    private StringBuilder note(String name) {
        made.add(name);
        return new StringBuilder(name);
    }
}
