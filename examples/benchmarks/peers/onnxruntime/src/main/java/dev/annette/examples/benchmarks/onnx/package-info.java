/** ONNX Runtime as a contender, which predicts only. */
package dev.annette.examples.benchmarks.onnx;
