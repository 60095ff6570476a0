package org.jointflights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jointflights.process.ProcessTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

/** What a start leaves for later can be made, and is all made. */
@ProcessTest
class EveryBeanTest {

    @Autowired
    ConfigurableApplicationContext application;

    @Test
    void what_a_start_leaves_for_later_is_made() {
        List<ConfigurableApplicationContext> ended = new ArrayList<>();
        new MakeRemainingBeans(ended::add).make(application);

        assertThat(ended).isEmpty();
        var beans = application.getBeanFactory();
        assertThat(beans.getBeanDefinitionNames())
                .filteredOn(name -> beans.getMergedBeanDefinition(name).isSingleton()
                        && !beans.getMergedBeanDefinition(name).isAbstract())
                .hasSizeGreaterThan(500)
                .allMatch(beans::containsSingleton);
    }
}
