package org.jointflights.web.monitoring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jointflights.application.monitoring.WorkInHand;
import org.jointflights.domain.OperationReference;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A page or answer of a flight is about that flight; an address can name anything, so that only a reference counts. */
@Configuration(proxyBeanMethods = false)
class FlightInAddress implements WebMvcConfigurer, HandlerInterceptor {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> named
                && named.get("reference") instanceof String typed
                && OperationReference.fits(typed)) {
            WorkInHand.isOf(new OperationReference(typed));
        }
        return true;
    }
}
