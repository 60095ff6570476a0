package org.jointflights;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Makes what a start did not need, as soon as people can sign in. A restart waits only for what its own work asks for; yet
 * nobody's first page is slow for long, and what cannot be made ends the application within seconds of its start, instead of
 * waiting for whoever comes across it.
 */
class MakeRemainingBeans implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(MakeRemainingBeans.class);

    private final Consumer<ConfigurableApplicationContext> end;

    MakeRemainingBeans() {
        this(application -> System.exit(SpringApplication.exit(application, () -> 1)));
    }

    /** {@code end}: what is done with an application of which something cannot be made. */
    MakeRemainingBeans(Consumer<ConfigurableApplicationContext> end) {
        this.end = end;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        Thread maker = new Thread(() -> make(event.getApplicationContext()), "remaining-beans");
        maker.setDaemon(true);
        maker.start();
    }

    void make(ConfigurableApplicationContext application) {
        ConfigurableListableBeanFactory beans = application.getBeanFactory();
        for (String name : beans.getBeanDefinitionNames()) {
            if (application.isClosed()) {
                return;
            }
            var bean = beans.getMergedBeanDefinition(name);
            if (bean.isAbstract() || !bean.isSingleton()) {
                continue;
            }
            try {
                beans.getBean(name);
            } catch (BeansException broken) {
                if (!application.isClosed()) {
                    LOG.error("The application ends: {} cannot be made.", name, broken);
                    end.accept(application);
                }
                return;
            }
        }
    }
}
