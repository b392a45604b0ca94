package io.nagare.pipeline.datasets;

import io.nagare.contracts.DatasetContract;
import io.nagare.pipeline.tables.RowLayout;
import io.nagare.pipeline.windows.WindowDataset;
import io.nagare.pipeline.windows.WindowRow;

/**
 * A contract that can be kept: its dataset, ready to be computed, and the layout of its table.
 *
 * @param <A> the totals of a window
 * @param contract to be kept
 * @param layout of its table
 * @param dataset to compute
 */
public record DatasetPlan<A>(
    DatasetContract contract, RowLayout<WindowRow<A>> layout, WindowDataset<A> dataset) {}
