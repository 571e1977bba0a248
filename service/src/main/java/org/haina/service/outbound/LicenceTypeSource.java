package org.haina.service.outbound;

import java.util.List;
import org.haina.integrations.licencestore.LicenceType;

/** A feature that knows types of licence which the e-licence store is to read besides those it knows by itself. */
public interface LicenceTypeSource {

    /** Cheap: asked at every look into the store. */
    List<LicenceType> licenceTypes();
}
