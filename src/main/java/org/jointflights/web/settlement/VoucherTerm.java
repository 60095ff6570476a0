package org.jointflights.web.settlement;

import java.util.concurrent.TimeUnit;
import org.jointflights.application.closing.DropVoucherFiles;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks every six hours for files of vouchers whose time is over: a day more or less of five years is none. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "jointflights.notices-of-tasks", matchIfMissing = true)
@EnableScheduling
class VoucherTerm {

    private final DropVoucherFiles vouchers;

    VoucherTerm(DropVoucherFiles vouchers) {
        this.vouchers = vouchers;
    }

    @Scheduled(fixedDelay = 360, initialDelay = 5, timeUnit = TimeUnit.MINUTES)
    void drop() {
        vouchers.drop();
    }
}
