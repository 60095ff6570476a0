package org.jointflights.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ContextConfiguration;

/**
 * Put on a subclass of a test of the whole application, runs it once more on the database of production: a PostgreSQL
 * server that the test starts, with a database of its own. The rest stays the example's, whose people these tests are.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ContextConfiguration(initializers = PostgresServer.class)
public @interface OnPostgres {}
