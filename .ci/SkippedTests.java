import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the JUnit reports of all modules, prints each skipped test with its reason, and ends with the line
 * {@code N passed, N failed, N skipped}.
 *
 * <p>Exit status 1 if a test failed, if none ran, if a skipped one is not allowed, or if an allowance names no test.
 * Run as {@code java .ci/SkippedTests.java ROOT ALLOWED}: the project's folder, and the list of what may be skipped,
 * whose format its own comment tells.
 */
public final class SkippedTests {
    private enum Verdict {
        PASSED,
        FAILED,
        SKIPPED
    }

    private record TestCase(String module, String className, String method, Verdict verdict, String reason) {
        String name() {
            return className + "#" + method;
        }
    }

    private record Allowance(String module, String className, String method, String reason) {
        static Allowance parse(String line) {
            String[] fields = line.strip().split("\\s+", 3);
            if (fields.length < 3 || !fields[1].contains("#")) {
                throw new IllegalArgumentException("expected 'module class#method  reason', but found: " + line);
            }
            String[] test = fields[1].split("#", 2);
            return new Allowance(fields[0], test[0], test[1], fields[2]);
        }

        boolean covers(TestCase test) {
            return module.equals(test.module())
                    && className.equals(test.className())
                    && (method.equals("*") || method.equals(test.method()));
        }
    }

    private SkippedTests() {}

    public static void main(String[] args) throws IOException, XMLStreamException {
        List<TestCase> tests = readReports(Path.of(args[0]).toRealPath());
        List<Allowance> allowances = readAllowances(Path.of(args[1]));
        printTable(tests, allowances);
        List<String> problems = problems(tests, allowances);
        problems.forEach(problem -> System.out.println("NOT ALLOWED: " + problem));
        System.out.printf(
                "%d passed, %d failed, %d skipped%n",
                count(tests, Verdict.PASSED), count(tests, Verdict.FAILED), count(tests, Verdict.SKIPPED));
        System.exit(problems.isEmpty() ? 0 : 1);
    }

    private static List<String> problems(List<TestCase> tests, List<Allowance> allowances) {
        List<String> problems = new ArrayList<>();
        if (count(tests, Verdict.PASSED) == 0) {
            problems.add("no test ran");
        }
        for (TestCase test : tests) {
            if (test.verdict() == Verdict.FAILED) {
                problems.add("failed: " + test.module() + " " + test.name());
            } else if (test.verdict() == Verdict.SKIPPED && allowances.stream().noneMatch(a -> a.covers(test))) {
                problems.add("skipped, but not listed: " + test.module() + " " + test.name());
            }
        }
        for (Allowance allowance : allowances) {
            if (tests.stream().noneMatch(allowance::covers)) {
                problems.add("listed, but there is no such test: " + allowance);
            }
        }
        return problems;
    }

    private static void printTable(List<TestCase> tests, List<Allowance> allowances) {
        System.out.println("Skipped tests (module, test, reason):");
        for (TestCase test : tests) {
            if (test.verdict() == Verdict.SKIPPED) {
                String allowed = allowances.stream()
                        .filter(allowance -> allowance.covers(test))
                        .map(allowance -> "allowed: " + allowance.reason())
                        .findFirst()
                        .orElse("NOT ALLOWED");
                System.out.printf("  %-18s %s%n%20s %s [%s]%n", test.module(), test.name(), "", test.reason(), allowed);
            }
        }
    }

    private static long count(List<TestCase> tests, Verdict verdict) {
        return tests.stream().filter(test -> test.verdict() == verdict).count();
    }

    private static List<Allowance> readAllowances(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Allowance::parse)
                .toList();
    }

    /** A module's reports are in its target/surefire-reports and target/failsafe-reports. */
    private static List<TestCase> readReports(Path root) throws IOException, XMLStreamException {
        List<Path> reports;
        try (Stream<Path> files = Files.find(root, 4, (file, attributes) -> isReport(file))) {
            reports = files.sorted().toList();
        }
        List<TestCase> tests = new ArrayList<>();
        for (Path report : reports) {
            String module = report.getParent().getParent().getParent().getFileName().toString();
            readReport(module, report, tests);
        }
        return tests;
    }

    private static boolean isReport(Path file) {
        String folder = String.valueOf(file.getParent().getFileName());
        String name = file.getFileName().toString();
        return (folder.equals("surefire-reports") || folder.equals("failsafe-reports"))
                && name.startsWith("TEST-")
                && name.endsWith(".xml");
    }

    private static void readReport(String module, Path report, List<TestCase> tests)
            throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (var input = Files.newInputStream(report)) {
            XMLStreamReader xml = factory.createXMLStreamReader(input);
            String suite = "";
            int before = tests.size();
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (xml.getLocalName().equals("testsuite")) {
                    suite = xml.getAttributeValue(null, "name");
                } else if (xml.getLocalName().equals("testcase")) {
                    tests.add(readTestCase(module, xml));
                }
            }
            if (tests.size() == before) { // what a class that gives up in its @BeforeAll leaves
                tests.add(new TestCase(module, suite, "", Verdict.SKIPPED, "ended before its first test"));
            }
        }
    }

    private static TestCase readTestCase(String module, XMLStreamReader xml) throws XMLStreamException {
        String className = String.valueOf(xml.getAttributeValue(null, "classname"));
        String method = methodOf(String.valueOf(xml.getAttributeValue(null, "name")));
        Verdict verdict = Verdict.PASSED;
        String reason = "";
        while (!(xml.next() == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("testcase"))) {
            if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "failure", "error" -> verdict = Verdict.FAILED;
                case "skipped" -> {
                    verdict = Verdict.SKIPPED;
                    reason = reasonOf(xml);
                }
                default -> {} // output, properties and failures that a later run made good
            }
        }
        return new TestCase(module, className, method, verdict, reason);
    }

    /** A test with parameters is reported as {@code method(Type)[3]}, a class that is skipped whole without a name. */
    private static String methodOf(String reported) {
        return reported.replaceFirst("[({\\[].*", "").strip();
    }

    private static String reasonOf(XMLStreamReader skipped) throws XMLStreamException {
        String message = skipped.getAttributeValue(null, "message");
        String text = message == null || message.isBlank() ? skipped.getElementText() : message;
        return text.strip().lines().findFirst().orElse("no reason given");
    }
}
