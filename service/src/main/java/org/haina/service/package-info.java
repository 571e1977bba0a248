/** The service: one package per feature, features call downwards only (ADR 4). */
@NullMarked
package org.haina.service;

import org.jspecify.annotations.NullMarked;
