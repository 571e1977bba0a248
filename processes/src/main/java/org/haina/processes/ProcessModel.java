package org.haina.processes;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** One BPMN file, read only to be asked about; nothing here runs it. */
public final class ProcessModel {
    private static final String LATER_CHECK = "later-check";
    private static final String ISSUANCE = "issuance";

    /** Acts of their own that may end what was issued, long after the case was closed. */
    private static final List<String> AFTER_ISSUANCE =
            List.of("yearly-check", "grant-withdrawal", "grant-annulment", "grant-revocation", "grant-cancellation");

    private final String file;
    private final BpmnModelInstance bpmn;
    private final Process process;
    private final RawXml xml;
    private final Map<FlowNode, List<SequenceFlow>> outgoing;
    private final Map<FlowNode, List<SequenceFlow>> incoming;
    private final Map<FlowNode, List<BoundaryEvent>> boundaries;

    private ProcessModel(String file, BpmnModelInstance bpmn, Process process, RawXml xml) {
        this.file = file;
        this.bpmn = bpmn;
        this.process = process;
        this.xml = xml;
        this.outgoing = bpmn.getModelElementsByType(SequenceFlow.class).stream()
                .collect(Collectors.groupingBy(SequenceFlow::getSource));
        this.incoming = bpmn.getModelElementsByType(SequenceFlow.class).stream()
                .collect(Collectors.groupingBy(SequenceFlow::getTarget));
        this.boundaries = bpmn.getModelElementsByType(BoundaryEvent.class).stream()
                .collect(Collectors.groupingBy(BoundaryEvent::getAttachedTo));
    }

    /**
     * A task a person completes.
     *
     * @param key id of the element
     * @param role the one candidate group
     * @param outcomes what {@code outcome} may be when it is completed
     */
    public record UserTask(String key, String name, String role, List<String> outcomes) {
        public UserTask {
            outcomes = List.copyOf(outcomes);
        }
    }

    /**
     * A phase in which the officials of another organ act.
     *
     * @param id of the call activity
     * @param phase key of the process called
     * @param organ one of {@link VariableNames#ORGANS}
     */
    public record HandedPhase(String id, String phase, String organ) {}

    /** An element people see: its id and its Chinese name. */
    public record Element(String id, String name) {}

    /**
     * Reads a model.
     *
     * @param file its path below the module, for messages
     * @throws InvalidModelException when it is no valid BPMN 2.0 file with a process
     */
    public static ProcessModel parse(String file, byte[] bytes) {
        try {
            RawXml xml = RawXml.parse(file, bytes);
            BpmnModelInstance bpmn = Bpmn.readModelFromStream(new ByteArrayInputStream(bytes));
            Process process = bpmn.getModelElementsByType(Process.class).stream()
                    .findFirst()
                    .orElseThrow(() -> new InvalidModelException(file, "holds no process"));
            return new ProcessModel(file, bpmn, process, xml);
        } catch (ModelException e) {
            throw new InvalidModelException(file, "is not valid BPMN: " + firstLine(e));
        }
    }

    /** Path of the file below the module. */
    public String file() {
        return file;
    }

    /** The process id: the item's key or the phase's name. */
    public String key() {
        return Objects.requireNonNull(process.getId());
    }

    /** The Chinese name. */
    public String name() {
        return text(process.getName());
    }

    /** Tasks of people in the order of the file. */
    public List<UserTask> userTasks() {
        return elements(org.camunda.bpm.model.bpmn.instance.UserTask.class).stream()
                .map(ProcessModel::userTask)
                .toList();
    }

    /** Bean names of the steps called, sorted. */
    public Collection<String> steps() {
        return sorted(elements(ServiceTask.class).stream().map(ProcessModel::stepOf));
    }

    /** Names of the messages waited for, sorted. */
    public Collection<String> messages() {
        return sorted(elements(Message.class).stream().map(message -> text(message.getName())));
    }

    /** Keys of the processes called, in the order of the file. */
    public List<String> calls() {
        return elements(CallActivity.class).stream()
                .map(call -> text(call.getCalledElement()))
                .toList();
    }

    /** Phases handed to an organ beside the one in charge, in the order of the file. */
    public List<HandedPhase> handedPhases() {
        return elements(CamundaInputParameter.class).stream()
                .filter(input -> VariableNames.ORGAN.equals(input.getCamundaName()))
                .flatMap(input -> elements(CallActivity.class).stream()
                        .filter(call -> call.getId().equals(OutcomeWalk.ownerOf(input)))
                        .map(call -> new HandedPhase(
                                call.getId(), text(call.getCalledElement()), text(input.getTextContent()))))
                .toList();
    }

    /**
     * Keys of all phases a case may run through: those called, and those that go on after the case is closed and so are
     * processes of their own: the later check, the yearly check, and the ends of what was issued.
     */
    public List<String> phases() {
        Stream<String> laterCheck =
                steps().contains(StepNames.OPEN_LATER_CHECK) ? Stream.of(LATER_CHECK) : Stream.empty();
        Stream<String> afterwards = calls().contains(ISSUANCE) ? AFTER_ISSUANCE.stream() : Stream.empty();
        return Stream.of(calls().stream(), laterCheck, afterwards)
                .flatMap(keys -> keys)
                .toList();
    }

    /** Keys of the decisions evaluated by the model itself, sorted. */
    public Collection<String> decisions() {
        return sorted(elements(BusinessRuleTask.class).stream().map(task -> text(task.getCamundaDecisionRef())));
    }

    /** The ways it can end. */
    public List<Element> endEvents() {
        return elements(org.camunda.bpm.model.bpmn.instance.EndEvent.class).stream()
                .map(ProcessModel::element)
                .toList();
    }

    /**
     * What people and phases do on the usual way, for a step bar: from the start along the first outgoing flow of each
     * gateway, without steps and waits of the machine.
     */
    public List<Element> story() {
        return MainWay.of(this).stream()
                .filter(node ->
                        node instanceof CallActivity || node instanceof org.camunda.bpm.model.bpmn.instance.UserTask)
                .map(ProcessModel::element)
                .toList();
    }

    /** Key of the process that an element calls; empty if it calls none. */
    public Optional<String> called(String id) {
        return elements(CallActivity.class).stream()
                .filter(call -> call.getId().equals(id))
                .map(call -> text(call.getCalledElement()))
                .findFirst();
    }

    /**
     * Days of the usual way from the start to its end; of steps side by side the longest counts.
     *
     * @param days of an element by its id, 0 for what takes none
     */
    public int days(ToIntFunction<String> days) {
        return MainWay.longest(this, days);
    }

    /** The name of an element, if it is in the model. */
    public Optional<String> findName(String id) {
        return Optional.ofNullable(bpmn.getModelElementById(id))
                .filter(FlowNode.class::isInstance)
                .map(node -> text(((FlowNode) node).getName()));
    }

    Process process() {
        return process;
    }

    RawXml xml() {
        return xml;
    }

    <T extends ModelElementInstance> Collection<T> elements(Class<T> type) {
        return bpmn.getModelElementsByType(type);
    }

    Collection<FlowNode> nodes() {
        return elements(FlowNode.class);
    }

    Collection<SequenceFlow> flows() {
        return elements(SequenceFlow.class);
    }

    /** Flows out of a node in the order of the file; the flows decide, not the lists a node keeps of them. */
    List<SequenceFlow> outgoing(FlowNode node) {
        return outgoing.getOrDefault(node, List.of());
    }

    List<SequenceFlow> incoming(FlowNode node) {
        return incoming.getOrDefault(node, List.of());
    }

    List<BoundaryEvent> boundaries(FlowNode node) {
        return boundaries.getOrDefault(node, List.of());
    }

    static UserTask userTask(org.camunda.bpm.model.bpmn.instance.UserTask task) {
        return new UserTask(
                text(task.getId()), text(task.getName()), text(task.getCamundaCandidateGroups()), outcomesOf(task));
    }

    /** The bean name in {@code ${step}}, or the whole text when it has another form. */
    static String stepOf(ServiceTask task) {
        return text(task.getCamundaDelegateExpression()).replaceFirst("^\\$\\{(\\w+)}$", "$1");
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static Element element(FlowNode node) {
        return new Element(text(node.getId()), text(node.getName()));
    }

    private static List<String> outcomesOf(FlowNode node) {
        if (node.getExtensionElements() == null) {
            return List.of();
        }
        return node.getExtensionElements().getChildElementsByType(CamundaProperties.class).stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> "outcomes".equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .flatMap(value -> Arrays.stream(text(value).split(",")))
                .map(String::strip)
                .filter(outcome -> !outcome.isEmpty())
                .toList();
    }

    private static Collection<String> sorted(Stream<String> names) {
        return names.collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
    }

    private static String firstLine(Exception e) {
        return text(e.getMessage()).lines().findFirst().orElse("no detail");
    }
}
