package org.jointflights.baseline;

import java.nio.file.Path;
import java.util.List;
import org.jointflights.JointFlightsApplication;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Starts the example once, lets nothing happen after that, and writes its database down as SQL, compressed. Its name is none
 * of a test, so that it runs only where it is asked for.
 */
class MakeBaseline {

    private static final Path FILE = Path.of("src/test/resources/baseline/database.sql.gz");

    /** What the engine only ever adds to and never reads again, so that the file stays small. */
    private static final List<String> HISTORY = List.of(
            "ACT_HI_DETAIL", "ACT_HI_OP_LOG", "ACT_HI_JOB_LOG", "ACT_RU_TASK_METER_LOG", "ACT_RU_METER_LOG", """
            ACT_HI_VARINST where PROC_INST_ID_ in (select ID_ from ACT_HI_PROCINST where END_TIME_ is not null)
                or TASK_ID_ in (select ID_ from ACT_HI_TASKINST where END_TIME_ is not null)
            """, """
            ACT_GE_BYTEARRAY where DEPLOYMENT_ID_ is null and ID_ not in (
                select BYTEARRAY_ID_ from ACT_RU_VARIABLE where BYTEARRAY_ID_ is not null
                union select BYTEARRAY_ID_ from ACT_HI_VARINST where BYTEARRAY_ID_ is not null
                union select BYTEARRAY_ID_ from ACT_HI_DEC_IN where BYTEARRAY_ID_ is not null
                union select BYTEARRAY_ID_ from ACT_HI_DEC_OUT where BYTEARRAY_ID_ is not null)
            """);

    @Test
    void as_sql() {
        try (ConfigurableApplicationContext application = SpringApplication.run(
                JointFlightsApplication.class,
                "--spring.profiles.active=example",
                "--spring.datasource.url=jdbc:h2:mem:making;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=1024",
                "--camunda.bpm.job-execution.enabled=false",
                "--server.port=0")) {
            JdbcClient database = application.getBean(JdbcClient.class);
            HISTORY.forEach(rows -> database.sql("delete from " + rows).update());
            database.sql("script to '" + FILE + "' compression gzip charset 'UTF-8'")
                    .query(String.class)
                    .list();
        }
    }
}
