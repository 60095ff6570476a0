package org.jointflights.process.flight;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jointflights.application.people.Role;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.process.flight.Canaries.Canary;
import org.jointflights.security.HttpUser;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Asks as somebody of every group for everything that shows a flight, and notes whose words are in the answers. */
final class WhoReads {

    /** The flight's organiser, its other states, one that was never asked, and Frontex. */
    private static final List<String> PARTIES = List.of("FR", "GB", "ES", "SE", "BE", "FI", "IT", "FX");

    /** Of states that do little these stand for all. */
    private static final Map<String, Set<Role>> SOME = Map.of(
            "ES", Set.of(Role.COORDINATOR, Role.FINANCE, Role.LEGAL),
            "SE", Set.of(Role.COORDINATOR, Role.LEGAL),
            "BE", Set.of(Role.COORDINATOR),
            "FI", Set.of(Role.COORDINATOR));

    /** Where the flight still goes on, these stand for all of those who only look; at its end everybody does. */
    private static final Map<String, Set<Role>> LOOKERS_ON =
            Map.of("FX", Set.of(Role.COORDINATOR, Role.FINANCE), "IT", Set.of(Role.COORDINATOR));

    static final String PAGE = "/flights/{flight}/print";
    static final String JSON = "/api/flights/{flight}";
    static final String LIST = "/flights.csv?text={flight}";
    static final String LOG = "/flights/{flight}/log";
    static final String VOUCHERS = "/flights/{flight}/vouchers";
    static final String STATEMENT = "/flights/{flight}/statement";

    private static final List<String> PAGES = List.of(PAGE, JSON, LIST, STATEMENT, LOG, VOUCHERS, "/notices");

    /** Asked for by one group of each party and those of no party: nothing in them hangs on the role. */
    private static final Set<Role> ASK_FOR_ALL = Set.of(Role.COORDINATOR);

    /** What takes long to make says the same to all who get it. */
    private static final Set<String> DOWNLOAD =
            Set.of("FRcoordinator", "SEcoordinator", "ITcoordinator", "auditor", "camunda-admin");

    private static final List<String> DOWNLOADS = List.of(
            "/flights/{flight}/statement.pdf",
            "/flights/{flight}/statement.xlsx",
            "/reports/2027-H1.csv",
            "/reports/2027-H1.pdf");

    private static final List<String> OF_PARTIES = List.of(
            "/",
            "/flights/{flight}",
            "/flights/{flight}/history.csv",
            "/search?q={flight}",
            "/timeline",
            "/needs",
            "/figures",
            "/flights?text={flight}",
            "/api/flights?text={flight}",
            "/api/flights/{flight}/statement",
            "/api/flights/{flight}/final-posting",
            "/flights/{flight}/public-record",
            "/flights/{flight}/public-record.json",
            "/flights/{flight}/models/jointFlight.bpmn",
            "/what-if?flight={flight}",
            "/trail.csv",
            "/verification",
            "/rounding",
            "/api/rounding",
            "/administration",
            "/administration.csv",
            "/admin/system",
            "/reports/2027-H1");

    private static final List<String> OF_TASKS = List.of("/task/{task}/form-variables", "/task/{task}/comment");

    private static final List<String> OF_ENGINE = List.of(
            "/task?maxResults=500",
            "/filter",
            "/history/user-operation",
            "/history/activity-instance",
            "/history/task",
            "/history/variable-instance",
            "/history/detail",
            "/history/process-instance",
            "/variable-instance",
            "/process-instance",
            "/incident",
            "/history/incident",
            "/job",
            "/history/job-log",
            "/external-task");

    private static final Set<String> GROUPS = collected();

    private final MockMvc web;
    private final int port;
    private final JdbcClient database;
    private final Canaries canaries;

    private final Map<String, HttpUser> browsers = new ConcurrentHashMap<>();

    /** By word, the groups whose members have read it, each with where it was. */
    private final Map<Canary, Map<String, Set<String>>> found = new ConcurrentHashMap<>();

    WhoReads(MockMvc web, int port, JdbcClient database, Canaries canaries) {
        this.web = web;
        this.port = port;
        this.database = database;
        this.canaries = canaries;
    }

    /** Everybody who is asked. */
    static Set<String> groups() {
        return GROUPS;
    }

    private static Set<String> collected() {
        Set<String> groups = new TreeSet<>();
        PARTIES.forEach(party -> groups.addAll(chosen(of(party), SOME.get(party))));
        Role.ofNoParty().forEach(role -> groups.add(role.group()));
        return groups;
    }

    /** All of one party. */
    static Set<String> of(String party) {
        Set<String> groups = new TreeSet<>();
        Role.ofParties().forEach(role -> groups.add(role.groupOf(new Party(party))));
        return groups;
    }

    private static Set<String> chosen(Set<String> groups, @Nullable Set<Role> roles) {
        Set<String> chosen = new TreeSet<>(groups);
        chosen.removeIf(
                group -> roles != null && !roles.contains(Role.ofGroup(group).orElseThrow()));
        return chosen;
    }

    private static List<String> some() {
        return GROUPS.stream()
                .filter(group -> !chosen(Set.of(group), LOOKERS_ON.get(group.substring(0, 2)))
                        .isEmpty())
                .toList();
    }

    /** Who has read it anywhere. */
    Set<String> of(Canary canary) {
        return new TreeSet<>(found.getOrDefault(canary, Map.of()).keySet());
    }

    /** Where somebody of that group has read it. */
    Set<String> where(Canary canary, String group) {
        return found.getOrDefault(canary, Map.of()).getOrDefault(group, Set.of());
    }

    /** What the forms of the tasks that are open now could show to those who may do them. */
    void onForms() {
        database.sql("""
                        select l.group_id_, v.text_, b.bytes_, t.task_def_key_ from act_ru_variable v
                        join act_ru_identitylink l on l.task_id_ = v.task_id_ and l.group_id_ is not null
                        join act_ru_task t on t.id_ = v.task_id_
                        left join act_ge_bytearray b on b.id_ = v.bytearray_id_
                        """)
                .query((row, number) -> {
                    byte[] bytes = row.getBytes(3);
                    note(
                            row.getString(1),
                            "form of " + row.getString(4),
                            row.getString(2) + (bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8)));
                    return number;
                })
                .list();
    }

    /** What is said beside a task that is open. */
    void onTask(String task) {
        groups().parallelStream().forEach(group -> asksEngine(group, browser(group), "/task/" + task + "/comment"));
    }

    /** On some pages, as the flight stands now. */
    void on(OperationReference flight, String... pages) {
        some().parallelStream().forEach(group -> List.of(pages).forEach(page -> asks(group, page, flight)));
    }

    /** On one page as somebody of every group. */
    void onForAll(OperationReference flight, String page) {
        groups().parallelStream().forEach(group -> asks(group, page, flight));
    }

    /** On all pages and everywhere else: downloads, lists, reports, the engine's addresses. */
    void everywhere(OperationReference flight) {
        List<String> tasks = new ArrayList<>(
                database.sql("select id_ from act_ru_task").query(String.class).list());
        tasks.addAll(database.sql(
                        "select id_ from act_hi_taskinst where end_time_ is not null order by end_time_ desc limit 2")
                .query(String.class)
                .list());
        List<Long> files =
                database.sql("select entry from log_file").query(Long.class).list();
        List<Long> vouchers = database.sql("select file from voucher_file_content")
                .query(Long.class)
                .list();
        groups().parallelStream().forEach(group -> {
            PAGES.forEach(page -> asks(group, page, flight));
            Role role = Role.ofGroup(group).orElseThrow();
            if (!role.isOfParty() || ASK_FOR_ALL.contains(role)) {
                OF_PARTIES.forEach(page -> asks(group, page, flight));
            }
            if (DOWNLOAD.contains(group)) {
                DOWNLOADS.forEach(page -> asks(group, page, flight));
            }
            vouchers.forEach(file -> asks(group, VOUCHERS + "/files/" + file, flight));
            files.forEach(file -> asks(group, LOG + "/" + file + "/file", flight));
            HttpUser browser = browser(group);
            OF_ENGINE.forEach(path -> asksEngine(group, browser, path));
            tasks.forEach(task -> OF_TASKS.forEach(path -> asksEngine(group, browser, path.replace("{task}", task))));
        });
    }

    private void asksEngine(String group, HttpUser browser, String path) {
        note(group, path, browser.get(HttpUser.ENGINE + path).body());
    }

    private HttpUser browser(String group) {
        return browsers.computeIfAbsent(group, one -> HttpUser.signedIn(port, member(one)));
    }

    private static String member(String group) {
        Role role = Role.ofGroup(group).orElseThrow();
        return role == Role.ADMINISTRATOR ? "admin" : (group + (role.people() > 1 ? "1" : "")).toLowerCase(Locale.ROOT);
    }

    private void asks(String group, String page, OperationReference flight) {
        try {
            MockHttpServletResponse answer = web.perform(get(page.replace("{flight}", flight.value()))
                            .with(user(member(group)))
                            .locale(Locale.ENGLISH))
                    .andReturn()
                    .getResponse();
            note(group, page, text(page, answer));
        } catch (Exception failed) {
            throw new AssertionError(group + " " + page, failed);
        }
    }

    private static String text(String page, MockHttpServletResponse answer) throws IOException {
        byte[] body = answer.getContentAsByteArray();
        if (answer.getStatus() != 200) {
            return new String(body, StandardCharsets.UTF_8);
        }
        if (page.endsWith(".pdf")) {
            try (PDDocument document = Loader.loadPDF(body)) {
                return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
            }
        }
        return page.endsWith(".xlsx") ? cells(body) : new String(body, StandardCharsets.UTF_8);
    }

    private static String cells(byte[] body) throws IOException {
        try (XSSFExcelExtractor book = new XSSFExcelExtractor(new XSSFWorkbook(new ByteArrayInputStream(body)))) {
            return book.getText();
        }
    }

    void note(String group, String where, String text) {
        if (!groups().contains(group)) {
            return;
        }
        canaries.foundIn(text)
                .forEach(canary -> found.computeIfAbsent(canary, first -> new ConcurrentHashMap<>())
                        .computeIfAbsent(group, first -> ConcurrentHashMap.newKeySet())
                        .add(where));
    }

    /** A party of which all groups read it by its code alone. */
    static String shortened(Set<String> groups) {
        Set<String> left = new TreeSet<>(groups);
        List<String> words = new ArrayList<>();
        for (String party : PARTIES) {
            Set<String> own = chosen(of(party), SOME.get(party));
            if (left.containsAll(own)) {
                left.removeAll(own);
                words.add(party);
            }
        }
        words.addAll(left);
        return String.join(" ", words);
    }
}
