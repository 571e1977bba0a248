package org.haina.service.workflow;

/** A model uses something that no model of ours may use; the message names element and line. */
final class ModelRefusedException extends RuntimeException {

    ModelRefusedException(String message) {
        super(message);
    }
}
