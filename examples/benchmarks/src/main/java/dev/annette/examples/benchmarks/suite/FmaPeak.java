package dev.annette.examples.benchmarks.suite;

import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The most that the processor can do: fused multiply-adds of vectors that stay in registers. Prints
 * the GFLOP/s of one thread and of two.
 */
final class FmaPeak {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int CHAINS = 12;
  private static final int TIMES = 20_000;
  private static final int RUNS = 60;
  private static final long RUN_NANOS = 20_000_000;

  private FmaPeak() {}

  /** Prints both numbers. */
  public static void main(String[] arguments) throws Exception {
    System.out.printf(Locale.ROOT, "peak %.1f %.1f%n", gigaflops(1), gigaflops(2));
  }

  /** Returns the best of many short runs of threads that begin together. */
  private static double gigaflops(int threads) throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(threads);
    Thread[] running = new Thread[threads];
    double[][] rates = new double[threads][RUNS];
    for (int t = 0; t < threads; t++) {
      double[] own = rates[t];
      running[t] = new Thread(() -> measure(own, barrier));
      running[t].start();
    }
    for (Thread thread : running) {
      thread.join();
    }
    double peak = 0;
    for (int run = 0; run < RUNS; run++) {
      double sum = 0;
      for (double[] own : rates) {
        sum += own[run];
      }
      peak = Math.max(peak, sum);
    }
    return peak;
  }

  private static void measure(double[] rates, CyclicBarrier barrier) {
    float[] values = new float[SPECIES.length()];
    for (int run = 0; run < rates.length; run++) {
      await(barrier);
      long start = System.nanoTime();
      long now = start;
      long calls = 0;
      while (now - start < RUN_NANOS) {
        multiplyAdd(values);
        calls++;
        now = System.nanoTime();
      }
      rates[run] = 2.0 * CHAINS * TIMES * SPECIES.length() * calls / (now - start);
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Goes on with 12 chains, enough for two units of a latency of up to six cycles. */
  private static void multiplyAdd(float[] values) {
    FloatVector a = FloatVector.fromArray(SPECIES, values, 0);
    FloatVector b = FloatVector.broadcast(SPECIES, 0.5f);
    FloatVector c0 = a.add(0f);
    FloatVector c1 = a.add(1f);
    FloatVector c2 = a.add(2f);
    FloatVector c3 = a.add(3f);
    FloatVector c4 = a.add(4f);
    FloatVector c5 = a.add(5f);
    FloatVector c6 = a.add(6f);
    FloatVector c7 = a.add(7f);
    FloatVector c8 = a.add(8f);
    FloatVector c9 = a.add(9f);
    FloatVector c10 = a.add(10f);
    FloatVector c11 = a.add(11f);
    for (int i = 0; i < TIMES; i++) {
      c0 = a.fma(b, c0);
      c1 = a.fma(b, c1);
      c2 = a.fma(b, c2);
      c3 = a.fma(b, c3);
      c4 = a.fma(b, c4);
      c5 = a.fma(b, c5);
      c6 = a.fma(b, c6);
      c7 = a.fma(b, c7);
      c8 = a.fma(b, c8);
      c9 = a.fma(b, c9);
      c10 = a.fma(b, c10);
      c11 = a.fma(b, c11);
    }
    FloatVector even = c0.add(c2).add(c4).add(c6).add(c8).add(c10);
    FloatVector odd = c1.add(c3).add(c5).add(c7).add(c9).add(c11);
    even.add(odd).mul(1e-30f).intoArray(values, 0);
  }
}
