/**
 * How each service item flows: its definition ({@link org.haina.processes.ItemDefinition}, parsed strictly from
 * {@code item.yaml}), its models ({@link org.haina.processes.ProcessModel}), its rules as tables
 * ({@link org.haina.processes.DecisionModel}) and what is wrong with them
 * ({@link org.haina.processes.ModelFindings}). The names that models and running code share stand in {@code *Names}.
 *
 * <p>Reads files and draws them; never runs them: knows no engine, no Spring and no other module.
 */
@NullMarked
package org.haina.processes;

import org.jspecify.annotations.NullMarked;
