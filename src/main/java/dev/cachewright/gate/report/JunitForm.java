package dev.cachewright.gate.report;

import dev.cachewright.gate.CheckedFile;
import dev.cachewright.gate.Finding;
import dev.cachewright.gate.Report;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// The XML that JUnit's reports became: a test case for each file, a failure for each finding that fails the check.
final class JunitForm {

    private static final String SUITE = "cachewright";

    private final Report report;
    private final Paths paths;
    private final XMLStreamWriter xml;

    private JunitForm(Report report, Paths paths, XMLStreamWriter xml) {
        this.report = report;
        this.paths = paths;
        this.xml = xml;
    }

    static String write(Report report, Paths paths) {
        var text = new StringWriter();
        try {
            new JunitForm(report, paths, XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text)).write();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text + "\n";
    }

    private void write() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuites");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", SUITE);
        xml.writeAttribute("tests", String.valueOf(report.files().size() + report.problems().size()));
        xml.writeAttribute("failures", String.valueOf(report.files().stream().filter(file -> file.fails(report.least()))
                .count()));
        xml.writeAttribute("errors", String.valueOf(report.problems().size()));
        for (CheckedFile file : report.files()) {
            write(file);
        }
        for (Report.Problem problem : report.problems()) {
            startCase(paths.shown(problem.region().file()));
            element("error", "unusable", problem.message(), FindingWords.place(problem.region(), paths));
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void write(CheckedFile file) throws XMLStreamException {
        startCase(paths.shown(file.file()));
        List<Finding> failing = file.findings().stream().filter(found -> file.fails(found, report.least())).toList();
        for (Finding found : failing) {
            element("failure", found.rule().id(), found.message(), line(found));
        }
        var rest = new StringBuilder(FindingWords.figures(file.figures())).append('\n');
        file.change().ifPresent(change -> rest.append(change.words()).append('\n'));
        file.findings().stream().filter(found -> !failing.contains(found))
                .forEach(found -> rest.append(line(found)).append(FindingWords.age(file, found)).append('\n'));
        xml.writeStartElement("system-out");
        xml.writeCharacters(allowed(rest.toString()));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private String line(Finding found) {
        return FindingWords.place(found.region(), paths) + ": " + FindingWords.severity(found.severity()) + " "
                + found.rule().id() + ": " + found.message()
                + (found.rule().help().isEmpty() ? "" : " " + found.rule().help());
    }

    private void startCase(String name) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("name", allowed(name));
        xml.writeAttribute("classname", SUITE);
    }

    private void element(String name, String type, String message, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeAttribute("type", type);
        xml.writeAttribute("message", allowed(FindingWords.onOneLine(message)));
        xml.writeCharacters(allowed(text));
        xml.writeEndElement();
    }

    /// Text without the characters that XML 1.0 has no form for.
    private static String allowed(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }
}
