package org.jointflights.web.monitoring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jointflights.application.monitoring.Figures;
import org.jointflights.application.monitoring.ReadFigures;
import org.jointflights.domain.flight.Stage;
import org.springframework.stereotype.Component;

/** The figures that are ours, by the names that {@code ops} uses; each is there from the start, with nought. */
@Component
class FlightMeters implements MeterBinder {

    private final ReadFigures figures;

    FlightMeters(ReadFigures figures) {
        this.figures = figures;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (Stage stage : Stage.values()) {
            gauge("jointflights.flights", known -> known.flights(stage))
                    .description("Flights by the stage in which they are.")
                    .tag("stage", stage.name().toLowerCase(Locale.ROOT))
                    .register(meters);
        }
        gauge("jointflights.waits.overdue", Figures::overdueWaits)
                .description("Tasks that should have been done by now.")
                .register(meters);
        gauge("jointflights.jobs.failed", Figures::failedJobs)
                .description("Automatic steps that were given up and stand still.")
                .register(meters);
        gauge("jointflights.notices.undelivered", Figures::undeliveredNotices)
                .description("Mails that were tried and that no mail server has taken yet.")
                .register(meters);
    }

    /** What is not known is no number. */
    private Gauge.Builder<ReadFigures> gauge(String name, ToDoubleFunction<Figures> figure) {
        return Gauge.builder(
                name, figures, all -> all.current().map(figure::applyAsDouble).orElse(Double.NaN));
    }
}
