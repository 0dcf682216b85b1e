package org.epsilonet.api.model;

import java.util.List;

/**
 * A model and how it was read.
 *
 * @param model the model
 * @param report what became of each part of the file, one line each: read, folded into another, or left out
 */
public record ImportedModel(Model model, List<String> report) {
    /** Copies the report. */
    public ImportedModel {
        report = List.copyOf(report);
    }
}
