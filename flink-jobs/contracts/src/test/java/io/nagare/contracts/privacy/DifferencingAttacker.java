package io.nagare.contracts.privacy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Solves published counts as linear equations over unknown cells, as far as they can be solved.
 *
 * <p>Knows that counts are not negative: where a sum is zero, all its cells are.
 */
final class DifferencingAttacker {
  private final List<BigInteger[]> rows = new ArrayList<>();
  private final int unknowns;

  /** An attacker who knows these equations: coefficients, then the sum. */
  DifferencingAttacker(List<long[]> equations, int unknowns) {
    this.unknowns = unknowns;
    for (long[] equation : equations) {
      BigInteger[] row = new BigInteger[unknowns + 1];
      for (int i = 0; i <= unknowns; i++) {
        row[i] = BigInteger.valueOf(equation[i]);
      }
      rows.add(row);
    }
    eliminate();
  }

  /** Whether one cell is known for sure. */
  boolean solved(int cell) {
    for (BigInteger[] row : rows) {
      if (row[cell].signum() != 0) {
        boolean alone = true;
        boolean sameSign = true;
        for (int i = 0; i < unknowns; i++) {
          alone &= i == cell || row[i].signum() == 0;
          sameSign &= row[i].signum() * row[cell].signum() >= 0;
        }
        if (alone || (sameSign && row[unknowns].signum() == 0)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Reduced row echelon form, in whole numbers. */
  private void eliminate() {
    int pivotRow = 0;
    for (int column = 0; column < unknowns && pivotRow < rows.size(); column++) {
      int found = pivotRow;
      while (found < rows.size() && rows.get(found)[column].signum() == 0) {
        found++;
      }
      if (found == rows.size()) {
        continue;
      }
      BigInteger[] pivot = rows.get(found);
      rows.set(found, rows.get(pivotRow));
      rows.set(pivotRow, pivot);
      for (int other = 0; other < rows.size(); other++) {
        if (other != pivotRow && rows.get(other)[column].signum() != 0) {
          subtract(rows.get(other), pivot, column);
        }
      }
      pivotRow++;
    }
  }

  private void subtract(BigInteger[] row, BigInteger[] pivot, int column) {
    BigInteger factor = row[column];
    for (int i = 0; i <= unknowns; i++) {
      row[i] = row[i].multiply(pivot[column]).subtract(pivot[i].multiply(factor));
    }
  }
}
