package org.jointflights.process.incidents;

import static org.jointflights.process.engine.FlightVariables.REFERENCE;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.jointflights.domain.incidents.CaseFile;
import org.jointflights.domain.incidents.CaseFile.Kind;
import org.jointflights.process.engine.Variable;

/** The names that {@code fileRetention.bpmn}, the two processes that call it and the code share. */
public final class FileRetentionProcess {

    /** What it is: with the reference and the number it names one serious incident or complaint. */
    static final Variable<Kind> FILE_KIND = Variable.text("fileKind").as(Kind::name, Kind::valueOf);

    static final Variable<Long> FILE_NUMBER = Variable.number("fileNumber");

    /** Nobody keeps the texts of the flight any more. */
    public static final String HOLDS_LIFTED = "fileHoldsLifted";

    /** An instant as ISO text, for the timer. */
    static final Variable<String> ERASE_AT = Variable.text("eraseFileAt");

    static final Variable<Boolean> ERASED = Variable.flag("fileErased");

    private FileRetentionProcess() {}

    /** The one that the process is about. */
    static CaseFile file(VariableScope scope) {
        return new CaseFile(REFERENCE.from(scope), FILE_KIND.from(scope), number(scope));
    }

    /** Its number within the flight. */
    static int number(VariableScope scope) {
        return Math.toIntExact(FILE_NUMBER.from(scope));
    }

    /** The key of the process of one: that of the flight would show it to everybody who may look at the flight. */
    static String key(CaseFile file) {
        return file.reference() + "/" + file.name();
    }
}
