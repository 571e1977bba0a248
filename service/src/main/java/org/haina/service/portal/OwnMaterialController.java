package org.haina.service.portal;

import org.haina.service.access.Caller.Citizen;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.files.FileDownload;
import org.haina.service.uploads.FileType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The applicant's own materials, to be saved; asked for each time whose the case is and whether the piece is its. */
@Controller
@RequestMapping("/cases/{number}")
@MayCall(Who.CITIZEN)
class OwnMaterialController {

    private final OwnCase.Door door;
    private final OwnMaterials materials;
    private final FileDownload download;

    OwnMaterialController(OwnCase.Door door, OwnMaterials materials, FileDownload download) {
        this.door = door;
        this.materials = materials;
        this.download = download;
    }

    @GetMapping("/files/{file}")
    ResponseEntity<byte[]> file(@PathVariable String number, @PathVariable String file, Citizen citizen) {
        return download.attachment(materials.upload(door.open(number, citizen), file));
    }

    @GetMapping("/licences/{material}")
    ResponseEntity<byte[]> licence(@PathVariable String number, @PathVariable String material, Citizen citizen) {
        OwnCase own = door.open(number, citizen);
        return download.attachment(OwnMaterials.title(own, material), FileType.PDF, materials.licence(own, material));
    }
}
