package org.jointflights.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

class RefusalAdviceTest {

    @Test
    void whoever_is_overtaken_is_told_so_and_it_is_no_failure_of_ours() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/flights/JRO-2027-0001/cancel");

        Object answer = new RefusalAdvice(failure -> Optional.empty())
                .failed(new OptimisticLockingFailureException("x"), request, Locale.ENGLISH);

        assertThat(answer)
                .asInstanceOf(InstanceOfAssertFactories.type(ResponseEntity.class))
                .satisfies(told -> {
                    assertThat(told.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
                    assertThat(((ProblemDetail) told.getBody()).getDetail())
                            .startsWith("Somebody else changed this at the same moment.");
                });
    }
}
