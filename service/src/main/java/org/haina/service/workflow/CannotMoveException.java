package org.haina.service.workflow;

import java.io.Serial;
import java.util.List;

/** A process cannot go on by another model; the transaction must not be committed. */
public final class CannotMoveException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Place> places;

    CannotMoveException(List<Place> places) {
        super("No place for " + places);
        this.places = List.copyOf(places);
    }

    /** Where it stands and cannot stay. */
    public List<Place> places() {
        return places;
    }

    /**
     * An element where a process stands.
     *
     * @param element its id
     * @param name what a person reads; the id if the model gives no name
     * @param gone true if the other model has no such element, false if it has one that does not fit
     */
    public record Place(String element, String name, boolean gone) {}
}
