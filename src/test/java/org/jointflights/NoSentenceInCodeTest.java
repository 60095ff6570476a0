package org.jointflights;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Whatever people read stands in the bundles: code words nothing itself. */
class NoSentenceInCodeTest {

    private static final Path SOURCES = Path.of("src/main/java/org/jointflights");

    /** What speaks to no user of ours, a file or one text of it, and why. */
    private static final Map<String, String> EXCEPTIONS = Map.ofEntries(
            entry("EngineOpenWork.java", "SQL"),
            entry("EngineMemberships.java", "SQL"),
            entry("EnginePositions.java", "SQL"),
            entry("FlightMeters.java", "what each figure is, beside it in the text format: for whoever reads figures"),
            entry("RecordActTimes.java", "the same"),
            entry("EngineStoredAccounts.java", "SQL"),
            entry("EngineTypedComments.java", "SQL"),
            entry("EngineQueues.java", "SQL"),
            entry("FlightInstances.java", "SQL"),
            entry("EngineRoutes.java", "the table of the engine's addresses, with a comment for each group"),
            entry("ExampleFlights.java", "what the example's users type: data"),
            entry("FlightToTheEnd.java", "what the example's users type: data"),
            entry("ExampleSteps.java", "what the example's users type: data"),
            entry("ExamplePlans.java", "what the example's users type: data"),
            entry("LedgerOperations.java", "what the source of an operation says: data"),
            entry("AddPublishedRates.java", "who published the rates: the name of a source, kept with each rate"),
            entry("FirstAdministrators.java", "the names of two people until they are given others: data"),
            entry("ApiConfiguration.java: Engine Api", "the name under which Camunda registers its API"),
            entry("RefusalAnswers.java: Failure", "a code beside the sentence, which programs read"),
            entry("PagePdf.java", "a style sheet, and the frame of a page"),
            entry("BankStatementXml.java", "how ISO 20022 calls the elements of a statement"),
            entry("CreditTransferXml.java", "how ISO 20022 calls the elements of an order"),
            entry("EngineProducts.java: Camunda", "a name that is the same in every language"),
            entry("HttpsPoster.java: Host", "a header"),
            entry("HttpsPoster.java: Connection", "a header"),
            entry("Party.java: Frontex", "a name that is the same in every language"),
            entry("FlightListPage.java: attachment; filename=", "a header"),
            entry("RecordSchemas.java: Minor", "how the names of fields end"),
            entry("ChosenLanguage.java: Lax", "an attribute of a cookie"),
            entry("PicturesPage.java: <?xml-stylesheet", "which style sheet a picture alone has, for browsers"),
            entry("SecurityConfiguration.java: Bearer", "a header"),
            entry("TokenChain.java: Bearer error=\"insufficient_scope\"", "a header"),
            entry("TokenRefused.java: Bearer error=\"invalid_token\"", "a header"),
            entry("SignInDelayed.java: sign-in delayed", "for whoever catches it"),
            entry(
                    "ClockMeter.java: By how many seconds the clock of the node is ahead of the database's.",
                    "what a figure means, for whoever runs the machine"));

    /** Their messages are for programmers; a refusal that people read has a code. */
    private static final Set<String> FOR_PROGRAMMERS = Set.of(
            "IllegalStateException",
            "IllegalArgumentException",
            "AssertionError",
            "UnsupportedOperationException",
            "AuthorizationException",
            "BadCredentialsException",
            "ELException",
            "NullValueException",
            "OptimisticLockingFailureException");

    private static final Set<String> PATTERNS =
            Set.of("compile", "ofPattern", "replaceAll", "matches", "split", "contains");

    /** In place of a value between two parts of a text. */
    private static final String GAP = "§";

    private static final Pattern FORMAT_GAP = Pattern.compile("%[-,.0-9]*[a-zA-Z]|\\{}");
    private static final Pattern WORDS =
            Pattern.compile("W[,.:;]?\\s+\\(?(W|§)|§[,.:;]?\\s+\\(?W".replace("W", "(?=\\p{Lu}*\\p{Ll})\\p{L}{2,}"));
    private static final Pattern WORD = Pattern.compile("\\p{Lu}\\p{Ll}{2,}:?");

    @Test
    void no_text_for_people_stands_in_code() throws IOException {
        assertThat(findings(sources("process", "application", "domain", "web")))
                .filteredOn(found -> exceptions(found).isEmpty())
                .isEmpty();
    }

    /** What stops a start is said on the console, where nobody has chosen a language. */
    @Test
    void the_language_of_forms_stands_in_one_place_and_no_use_case_names_one() throws IOException {
        assertThat(sources("process", "application").entrySet())
                .filteredOn(file -> file.getValue().matches("(?s).*Locale\\.(ENGLISH|FRENCH).*"))
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("FormLanguage.java", "StartRefused.java");
    }

    @Test
    void every_exception_is_still_needed() throws IOException {
        List<String> used = findings(sources("process", "application", "domain", "web")).stream()
                .flatMap(found -> exceptions(found).stream())
                .toList();

        assertThat(EXCEPTIONS.keySet()).allMatch(used::contains);
    }

    @Test
    void a_sentence_a_joined_sentence_a_pattern_and_a_single_word_are_found_and_what_programmers_read_is_not()
            throws IOException {
        String code = """
                class Some {
                    private static final Pattern SHAPE = Pattern.compile("one two");
                    String whole = "There is no voucher.";
                    String joined(String name) { return "shared " + name; }
                    String pattern(String name) { return "%s many".formatted(name); }
                    String word = "Sum";
                    String list(String a, String b) { return a + ", " + b; }
                    String key = "costs.form.all";
                    @Named("two words") void fine() { LOG.info("{} was late", 1); throw new IllegalStateException("not set"); }
                }
                """;

        assertThat(findings(Map.of("Some.java", code)))
                .containsExactly(
                        "Some.java:3: There is no voucher.",
                        "Some.java:4: shared §",
                        "Some.java:5: § many",
                        "Some.java:6: Sum");
    }

    /** Which exceptions a finding, {@code File.java:12: text}, falls under. */
    private static List<String> exceptions(String found) {
        String text = found.replaceFirst(":[0-9]+:", ":");
        return EXCEPTIONS.keySet().stream()
                .filter(exception -> text.startsWith(exception))
                .toList();
    }

    private static Map<String, String> sources(String... layers) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (String layer : layers) {
            try (Stream<Path> files = Files.walk(SOURCES.resolve(layer))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    sources.put(file.getFileName().toString(), Files.readString(file));
                }
            }
        }
        return sources;
    }

    private static List<String> findings(Map<String, String> sources) throws IOException {
        List<JavaFileObject> parsed = new ArrayList<>();
        sources.forEach((name, code) -> parsed.add(source(name, code)));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> found = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, null, null, parsed);
            for (CompilationUnitTree unit : task.parse()) {
                new Texts(unit, Trees.instance(task), found).scan(unit, null);
            }
        }
        return found;
    }

    private static JavaFileObject source(String name, String code) {
        return new SimpleJavaFileObject(URI.create("string:///" + name), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return code;
            }
        };
    }

    /** Visits each text once: parts that are joined are one text, with gaps for what is put between them. */
    private static final class Texts extends TreeScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final Trees trees;
        private final List<String> found;

        Texts(CompilationUnitTree unit, Trees trees, List<String> found) {
            this.unit = unit;
            this.trees = trees;
            this.found = found;
        }

        @Override
        public Void visitAnnotation(AnnotationTree annotation, Void nothing) {
            return null;
        }

        @Override
        public Void visitNewClass(NewClassTree made, Void nothing) {
            return FOR_PROGRAMMERS.contains(made.getIdentifier().toString()) ? null : super.visitNewClass(made, null);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            String method = call.getMethodSelect().toString();
            boolean forMachines = method.startsWith("LOG.")
                    || method.endsWith("requireNonNull")
                    || PATTERNS.contains(method.substring(method.lastIndexOf('.') + 1));
            return forMachines ? null : super.visitMethodInvocation(call, null);
        }

        @Override
        public Void visitBinary(BinaryTree joined, Void nothing) {
            if (joined.getKind() == Tree.Kind.PLUS) {
                check(joined, text(joined));
                parts(joined);
                return null;
            }
            return super.visitBinary(joined, null);
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void nothing) {
            if (literal.getValue() instanceof String text) {
                check(literal, text);
            }
            return null;
        }

        /** What is put between the parts may hold texts of its own. */
        private void parts(ExpressionTree part) {
            if (part instanceof BinaryTree joined && joined.getKind() == Tree.Kind.PLUS) {
                parts(joined.getLeftOperand());
                parts(joined.getRightOperand());
            } else if (part instanceof ParenthesizedTree inner) {
                parts(inner.getExpression());
            } else if (!(part instanceof LiteralTree)) {
                scan(part, null);
            }
        }

        private static String text(ExpressionTree part) {
            if (part instanceof BinaryTree joined && joined.getKind() == Tree.Kind.PLUS) {
                return text(joined.getLeftOperand()) + text(joined.getRightOperand());
            }
            if (part instanceof ParenthesizedTree inner) {
                return text(inner.getExpression());
            }
            return part instanceof LiteralTree literal && literal.getValue() instanceof String text ? text : GAP;
        }

        private void check(Tree where, String text) {
            String plain = FORMAT_GAP.matcher(text).replaceAll(GAP);
            if (WORDS.matcher(plain).find() || WORD.matcher(plain).matches()) {
                long line = unit.getLineMap()
                        .getLineNumber(trees.getSourcePositions().getStartPosition(unit, where));
                String file =
                        Path.of(unit.getSourceFile().getName()).getFileName().toString();
                found.add(file + ":" + line + ": " + plain.strip());
            }
        }
    }
}
