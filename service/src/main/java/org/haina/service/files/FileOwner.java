package org.haina.service.files;

import org.haina.service.access.Caller;

/** Who brought a file and may use it in an application; says nothing about who may read it. */
public record FileOwner(String value) {

    /** Files the service makes itself. */
    public static final FileOwner SYSTEM = new FileOwner("system");

    public FileOwner {
        if (value.isBlank() || value.length() > 120) {
            throw new IllegalArgumentException("Not an owner of a file");
        }
    }

    /** @throws IllegalArgumentException for nobody */
    public static FileOwner of(Caller caller) {
        if (caller instanceof Caller.Citizen citizen) {
            return new FileOwner("party:" + citizen.party());
        }
        if (caller instanceof Caller.Official official) {
            return new FileOwner("official:" + official.account());
        }
        if (caller instanceof Caller.Machine machine) {
            return new FileOwner("client:" + machine.clientId());
        }
        throw new IllegalArgumentException("Nobody owns no file");
    }

    @Override
    public String toString() {
        return value;
    }
}
