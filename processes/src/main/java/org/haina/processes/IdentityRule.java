package org.haina.processes;

import org.camunda.bpm.model.bpmn.instance.Process;

/** One executable process per file, named as the file, with version and time to live. */
final class IdentityRule implements ModelRule {
    @Override
    public void check(ProcessModel model, Surroundings around, Report report) {
        Process process = model.process();
        String key = model.key();
        report.unless(model.elements(Process.class).size() == 1, key, "a file holds one process");
        report.unless(model.file().endsWith("/" + key + ".bpmn"), key, "the process id must be the name of the file");
        report.unless(process.isExecutable(), key, "the process is not executable");
        report.unless(!ProcessModel.text(process.getCamundaVersionTag()).isEmpty(), key, "versionTag is missing");
        report.unless(
                ProcessModel.text(process.getCamundaHistoryTimeToLiveString()).matches("P\\d{1,5}D"),
                key,
                "historyTimeToLive is missing or not in days (P3650D)");
    }
}
