package org.jointflights.persistence.desk;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jointflights.application.desk.DeskBoard;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDeskBoard implements DeskBoard {

    private static final String ON_RECORD = """
            select (select count(*) from plan_version) as plans,
                (select count(*) from account_statement) as accounts,
                (select count(*) from netting) as nettings,
                (select count(*) from signature) + (select count(*) from statement_answer)
                    + (select count(*) from netting_signature) as signatures
            """;

    private static final List<String> UNDER_WAY = Stream.of(Stage.values())
            .filter(stage -> !stage.isOver())
            .map(Stage::name)
            .toList();

    private final JdbcClient jdbc;

    JdbcDeskBoard(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Stage, Integer> underWay() {
        Map<Stage, Integer> stages = new EnumMap<>(Stage.class);
        jdbc.sql("select stage, count(*) as flights from flight where stage in (:stages) group by stage")
                .param("stages", UNDER_WAY)
                .query(row -> {
                    stages.put(Stage.valueOf(row.getString("stage")), row.getInt("flights"));
                });
        return stages;
    }

    @Override
    public int failedSteps() {
        return jdbc.sql("select count(*) from failed_step").query(Integer.class).single();
    }

    @Override
    public List<OperationReference> failed(int most) {
        return jdbc.sql("select distinct reference from failed_step order by reference fetch first :most rows only")
                .param("most", most)
                .query((row, number) -> new OperationReference(row.getString("reference")))
                .list();
    }

    @Override
    public OnRecord onRecord() {
        return jdbc.sql(ON_RECORD)
                .query((row, number) -> new OnRecord(
                        row.getInt("plans"), row.getInt("accounts"), row.getInt("nettings"), row.getInt("signatures")))
                .single();
    }
}
