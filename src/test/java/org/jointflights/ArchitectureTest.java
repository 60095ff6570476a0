package org.jointflights;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.net.DatagramSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.process.engine.TaskForm;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/**
 * Who may import whom: {@code domain} ← {@code application} ← {process, persistence, web}; the three never meet. Each rule
 * names what is allowed or a package that exists, so that none can pass by looking at nothing; each has been seen to fail.
 */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.jointflights");

    @Test
    void the_domain_is_plain_java() {
        classes()
                .that()
                .resideInAPackage("org.jointflights.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.jointflights.domain..", "java..", "org.jspecify..", "org.apache.commons.numbers..")
                .check(CLASSES);
    }

    @Test
    void the_domain_knows_no_database_and_no_network() {
        noClasses()
                .that()
                .resideInAPackage("org.jointflights.domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "java.net..", "java.nio.file..")
                .check(CLASSES);
    }

    @Test
    void the_domain_asks_no_clock() {
        noClasses()
                .that()
                .resideInAPackage("org.jointflights.domain..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    @Test
    void the_application_knows_only_the_domain() {
        noClasses()
                .that()
                .resideInAPackage("org.jointflights.application..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.jointflights.process..",
                        "org.jointflights.persistence..",
                        "org.jointflights.web..",
                        "org.camunda..",
                        "java.sql..",
                        "org.springframework.jdbc..",
                        "org.springframework.web..",
                        "jakarta.servlet..")
                .check(CLASSES);
    }

    @Test
    void only_process_knows_the_engine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.jointflights.process..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(CLASSES);
    }

    /** What a task shows goes through one door, which takes every value for text. */
    @Test
    void only_the_engine_package_writes_what_a_form_shows() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.jointflights.process.engine..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.camunda.bpm.engine.delegate.DelegateTask")
                .check(CLASSES);
    }

    /** Those that read the engine's own tables, which are no business of persistence, can have no other way in. */
    @Test
    void only_persistence_knows_sql_and_whoever_reads_the_tables_of_the_engine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.jointflights.persistence..")
                .and()
                .haveNameNotMatching("org\\.jointflights\\.process\\.signin\\.Engine(StoredAccounts|Memberships)")
                .and()
                .haveNameNotMatching("org\\.jointflights\\.process\\.overview\\.Engine(OpenWork|Positions)(\\$.*)?")
                .and()
                .doNotHaveFullyQualifiedName("org.jointflights.process.system.EngineQueues")
                .and()
                .doNotHaveFullyQualifiedName("org.jointflights.process.flight.FlightInstances")
                .and()
                .doNotHaveFullyQualifiedName("org.jointflights.process.closing.EngineTypedComments")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.springframework.jdbc..")
                .check(CLASSES);
    }

    @Test
    void the_process_meets_neither_persistence_nor_web() {
        noClasses()
                .that(resideInAPackage("org.jointflights.process.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.jointflights.persistence..", "org.jointflights.web.."))
                .check(CLASSES);
    }

    @Test
    void persistence_meets_neither_process_nor_web() {
        noClasses()
                .that(resideInAPackage("org.jointflights.persistence.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.jointflights.process..", "org.jointflights.web.."))
                .check(CLASSES);
    }

    @Test
    void the_web_meets_neither_process_nor_persistence() {
        noClasses()
                .that(resideInAPackage("org.jointflights.web.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.jointflights.process..", "org.jointflights.persistence.."))
                .check(CLASSES);
    }

    /** Who plays them acts in the name of people. */
    @Test
    void whatever_is_the_examples_is_there_with_its_profile_alone_and_nothing_else_needs_its_players() {
        classes()
                .that()
                .resideInAPackage("org.jointflights..example..")
                .and()
                .areMetaAnnotatedWith(Component.class)
                .should()
                .beAnnotatedWith(new DescribedPredicate<JavaAnnotation<?>>("@Profile(\"example\")") {
                    @Override
                    public boolean test(JavaAnnotation<?> annotation) {
                        return annotation.getRawType().isEquivalentTo(Profile.class)
                                && List.of("example")
                                        .equals(List.of(
                                                annotation.as(Profile.class).value()));
                    }
                })
                .check(CLASSES);
        noClasses()
                .that(resideOutsideOfPackage("org.jointflights.process.example.."))
                .should()
                .dependOnClassesThat(resideInAPackage("org.jointflights.process.example.."))
                .check(CLASSES);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("org.jointflights.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    /** A service does one thing for somebody: its name is that verb, with its object. */
    @Test
    void a_service_is_named_after_what_it_does() {
        classes()
                .that()
                .resideInAPackage("org.jointflights.application..")
                .and()
                .areAnnotatedWith(Service.class)
                .should()
                .haveNameMatching(
                        ".*\\.(Add|Advise|Answer|Apply|Ask|Assemble|Cancel|Certify|Change|Check|Choose|Close|Collect|Compare|Compute|Confirm|Consolidate|Contract"
                                + "|Convert|Count|Decide|Delay|Draft|Drop|End|Enter|Expect|Find|Freeze|Keep|Leave|Lift|List|Log|Manage|Offer|Open|Plan|Post|Postpone|Preview|Propose"
                                + "|Read|Record|Reopen|Resume|Remind|Replay|Reset|Retry|Send|Settle|Show|Sign|Split|Stop|Submit|Suspend|Tell|Verify|Withdraw|Write)[A-Z]\\w*")
                .check(CLASSES);
    }

    /** What is behind a port is named after whom it asks, and the port. */
    @Test
    void an_adapter_is_named_after_its_port() {
        classes()
                .that()
                .resideInAnyPackage(
                        "org.jointflights.persistence..", "org.jointflights.process..", "org.jointflights.web..")
                .should(new ArchCondition<>("be named after the port of the application that they implement") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getRawInterfaces().stream()
                                .filter(port -> port.getPackageName().startsWith("org.jointflights.application"))
                                .filter(port -> !List.of("Jdbc", "Engine", "Smtp", "Https").stream()
                                        .map(asked -> asked + port.getSimpleName())
                                        .toList()
                                        .contains(type.getSimpleName()))
                                .forEach(port -> events.add(SimpleConditionEvent.violated(
                                        type, type.getName() + " implements " + port.getName())));
                    }
                })
                .check(CLASSES);
    }

    @Test
    void task_forms_and_delegates_are_called_so() {
        classes()
                .that()
                .implement(TaskForm.class)
                .should()
                .haveSimpleNameEndingWith("Form")
                .check(CLASSES);
        classes()
                .that()
                .implement(JavaDelegate.class)
                .should()
                .haveSimpleNameEndingWith("Delegate")
                .check(CLASSES);
    }

    /** What needs more than eight others does more than one thing. */
    @Test
    void nobody_works_with_more_than_eight_others() {
        List<String> crowded = CLASSES.stream()
                .filter(type -> !type.isAssignableTo(Record.class))
                .flatMap(type -> type.getConstructors().stream())
                .filter(constructor -> constructor.getRawParameterTypes().size() > 8)
                .map(constructor -> constructor.getOwner().getName())
                .toList();

        assertThat(crowded).isEmpty();
    }

    /** Database, mail server and provider are reached by libraries, at the addresses that the settings name. */
    @Test
    void nobody_opens_a_connection_of_their_own() {
        noClasses()
                .that()
                // It hands the sockets of the mail server to its library.
                .doNotHaveSimpleName("MailSockets")
                .and()
                // It connects to the address that was found to be outside, and to no name.
                .resideOutsideOfPackage("org.jointflights.web.webhook..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "javax.net..", "org.springframework.web.client..", "java.rmi..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Socket.class, DatagramSocket.class, URLConnection.class, SocketChannel.class)
                .orShould()
                .callMethod(URL.class, "openStream")
                .orShould()
                .callMethod(URL.class, "openConnection")
                .check(CLASSES);
    }

    @Test
    void no_two_types_have_one_name() {
        Map<String, List<String>> types = CLASSES.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName, Collectors.mapping(JavaClass::getName, Collectors.toList())));
        types.values().removeIf(names -> names.size() == 1);

        assertThat(types).isEmpty();
    }

    @Test
    void no_amount_is_kept_in_floating_point() {
        noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(
                        "org.jointflights.domain.money..",
                        "org.jointflights.domain.costs..",
                        "org.jointflights.domain.funding..",
                        "org.jointflights.domain.settlement..")
                .should()
                .haveRawType(double.class)
                .orShould()
                .haveRawType(float.class)
                .orShould()
                .haveRawType(Double.class)
                .orShould()
                .haveRawType(double[].class)
                .check(CLASSES);
    }
}
