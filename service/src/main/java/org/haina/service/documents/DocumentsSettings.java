package org.haina.service.documents;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How fast documents are printed that nobody has asked for yet. One often is better than several seldom: printing takes
 * a processor for some tenths of a second, and whoever submits meanwhile waits behind it.
 *
 * @param sweep pause between two looks
 * @param batch documents printed at one look
 * @param busy share of the machine's processors at work, 0 to 1, beyond which printing waits
 * @param patience how long it waits at most from one look that printed to the next
 * @param attempts after which a document is left to whoever asks for it
 */
@Validated
@ConfigurationProperties("haina.documents")
record DocumentsSettings(
        @DefaultValue("2s") Duration sweep,
        @DefaultValue("1") @Min(1) @Max(1000) int batch,
        @DefaultValue("0.6") @DecimalMin("0") double busy,
        @DefaultValue("1m") Duration patience,
        @DefaultValue("5") @Min(1) int attempts) {}
