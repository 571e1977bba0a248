package org.haina.service.issuance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.haina.integrations.licencestore.LicenceType;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.catalog.LicenceDeclarations;
import org.haina.service.outbound.LicenceTypeSource;
import org.springframework.stereotype.Component;

/** What the items offered say of the types they issue, so that the store's licences of these types are read too. */
@Component
class ItemLicenceTypes implements LicenceTypeSource {

    private final Catalog catalog;
    private final Map<Long, Optional<LicenceType>> read = new ConcurrentHashMap<>();

    ItemLicenceTypes(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public List<LicenceType> licenceTypes() {
        return catalog.items().stream().flatMap(item -> declared(item).stream()).toList();
    }

    private Optional<LicenceType> declared(ItemVersion item) {
        return read.computeIfAbsent(
                item.id(), id -> Optional.ofNullable(item.definition().certificate())
                        .flatMap(name -> item.file("certificates", name + ".yaml"))
                        .flatMap(LicenceDeclarations::read));
    }
}
