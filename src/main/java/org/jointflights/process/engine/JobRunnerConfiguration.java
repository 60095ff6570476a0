package org.jointflights.process.engine;

import org.jointflights.application.monitoring.WorkInHand;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** The threads on which jobs run, which are used again for others. */
@Configuration(proxyBeanMethods = false)
class JobRunnerConfiguration {

    /** The starter's own bean and not one of ours, which would have to repeat the starter's settings. */
    @Bean
    static BeanPostProcessor endsWorkInHand() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (name.equals("camundaTaskExecutor") && bean instanceof ThreadPoolTaskExecutor threads) {
                    threads.setTaskDecorator(jobs -> () -> {
                        try {
                            jobs.run();
                        } finally {
                            WorkInHand.isOver();
                        }
                    });
                }
                return bean;
            }
        };
    }
}
