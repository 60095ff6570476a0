package org.jointflights.process.engine;

import java.time.Clock;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.spring.boot.starter.util.SpringBootProcessEnginePlugin;
import org.camunda.bpm.spring.boot.starter.webapp.filter.LazyInitRegistration;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.monitoring.RecordActTimes;
import org.jointflights.application.overview.FlightFailures;
import org.jointflights.application.system.CompareClocks;
import org.jointflights.application.system.Outages;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** How our engine differs from one out of the box. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    /** A start makes what it needs, the rest later ({@code MakeRemainingBeans}); the filters of Tasklist wait for this one. */
    @Bean
    static LazyInitializationExcludeFilter tasklistsFiltersAtOnce() {
        return LazyInitializationExcludeFilter.forBeanTypes(LazyInitRegistration.class);
    }

    @Bean
    ProcessEnginePlugin jointFlightsEngine(
            @Lazy UserTaskGuard guard,
            @Lazy KeepOpenTasks openTasks,
            @Lazy FlightFailures steps,
            ListableBeanFactory beans,
            @Lazy RecordActTimes times,
            @Lazy Outages outages,
            @Lazy CompareClocks clocks) {
        return new SpringBootProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setExpressionManager(new ModelExpressions(new BeansForModels(beans)));
                engine.setResourceAuthorizationProvider(new TaskRights());
                engine.setCustomHistoryLevels(List.of(new FlightHistory()));
                engine.setHistory(FlightHistory.NAME);
                engine.setCustomSessionFactories(new ArrayList<>(List.of(new VariablesOfNewTasks.Factory())));
                engine.setCustomPreBPMNParseListeners(
                        List.of(new GuardEveryTask(guard, openTasks), new NameEveryStep()));
                // The engine adds its own to them.
                engine.setCustomIncidentHandlers(new ArrayList<>(List.of(new KeepFlightFailures(steps))));
                engine.setCustomPreCommandInterceptorsTxRequired(List.of(
                        new OnlyByForm(),
                        new FollowWork(times),
                        new RepeatOvertaken(),
                        new NoStepsByWrongClock(clocks)));
                engine.setFailedJobCommandFactory(new KeepTries(outages));
                // Out of the box an error that no event of the model catches ends the flight's work without a word.
                engine.setEnableExceptionsAfterUnhandledBpmnError(true);
            }
        };
    }

    /** In place of the engine's own, which knows of one language, of no deadline and of nothing that was typed before. */
    @Bean
    static ProcessEnginePlugin formsForTheirReaders(@Lazy TypedBefore typed, ObjectProvider<HeadOfForm> head) {
        return new SpringBootProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setFormService(new ShownFormService(typed, head::getObject));
            }
        };
    }

    /** In place of the engine's own, in which no stored list knows what time it is. */
    @Bean
    static ProcessEnginePlugin listsOfWhatIsOverdue(ObjectProvider<Clock> clock) {
        return new SpringBootProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setFilterService(new OverdueLists(clock::getObject));
            }
        };
    }

    /** In place of the engine's own timers, which know of no suspension. */
    @Bean
    static ProcessEnginePlugin timersOfFlights(@Lazy Flights flights) {
        return new SpringBootProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setCustomJobHandlers(new TimersOfFlights(flights).handlers());
            }
        };
    }

    /** What expressions can reach: delegates, listeners and model beans. Everything else does not exist for them. */
    private static final class BeansForModels extends AbstractMap<Object, Object> {

        private final ListableBeanFactory beans;

        BeansForModels(ListableBeanFactory beans) {
            this.beans = beans;
        }

        @Override
        public boolean containsKey(@Nullable Object name) {
            return name instanceof String bean
                    && beans.containsBean(bean)
                    && (beans.isTypeMatch(bean, JavaDelegate.class)
                            || beans.isTypeMatch(bean, ExecutionListener.class)
                            || beans.isTypeMatch(bean, ModelBean.class));
        }

        @Override
        public @Nullable Object get(@Nullable Object name) {
            return name instanceof String bean && containsKey(name) ? beans.getBean(bean) : null;
        }

        @Override
        public Set<Map.Entry<Object, Object>> entrySet() {
            return Set.of();
        }
    }
}
