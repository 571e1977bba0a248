/**
 * What each service item asks: the form an item's JSON Schema and layout describe, and the formats of the identifiers in it.
 *
 * <p>Owns the meaning of {@code <form>.schema.json} and {@code <form>.layout.json} (entry type {@link org.haina.forms.Form})
 * and the identifiers of Chinese public administration (entry type {@link org.haina.forms.Identifiers}). Refuses to know
 * cases, files, pages or storage: it is handed JSON and answers with findings.
 */
@NullMarked
package org.haina.forms;

import org.jspecify.annotations.NullMarked;
