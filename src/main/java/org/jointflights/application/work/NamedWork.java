package org.jointflights.application.work;

import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;

/** Something of a flight that a request names: by which id, of which flight, and what it is in words. */
public record NamedWork(String id, OperationReference reference, Sentence what) {}
