#pragma once

#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "core/base/progress.h"
#include "core/ops/activations.h"
#include "core/ops/linear.h"
#include "core/ops/norms.h"
#include "core/ops/rotary.h"

namespace headlight {

/// A computation on matrices of rows that remembers how to go back through itself: each value is a node, made of
/// earlier ones, and backward() takes the derivative of a number with respect to some nodes to all that they were made of
/// (reverse accumulation, Linnainmaa 1970). Maps and norms are used where they are, so they must outlive the tape.
class Tape {
 public:
  using Node = std::size_t;
  /// Adds to the gradients of the nodes that a value was made of, given its own.
  using Back = std::function<void(const Matrix& gradient)>;

  Tape() = default;
  Tape(const Tape&) = delete;  // Steps know their tape.
  Tape& operator=(const Tape&) = delete;

  /// A value that is made of nothing.
  Node leaf(Matrix value);
  /// A value made of others, and the way back through what made it.
  Node made(Matrix value, Back back);
  /// The same value as a node of its own, whose gradient is that of its own readers alone.
  Node again(Node x);

  Node linear(const Linear& map, Node x);
  /// Each of `heads` parts of a row by itself, as applyPerHead().
  Node norm(const Norm& norm, Node x, Index heads = 1);
  Node activation(Activation activation, Node x);
  Node activation(const Xielu& function, Node x);
  Node add(Node x, Node y);
  Node multiply(Node x, Node y);
  /// x + `offset`.
  Node plus(Node x, float offset);
  Node times(Node x, float factor);
  /// Cut to [low, high].
  Node clip(Node x, float low, float high);
  /// c · tanh(x / c).
  Node cap(Node x, float c);
  Node rotate(const RotaryTable& table, Node x, Index heads, Index from);
  /// Row i times factors[i].
  Node scaleRows(Node x, Vector factors);
  /// Row i times number i of `factors` [n, 1].
  Node multiplyRows(Node x, Node factors);
  /// Columns of several nodes beside one another.
  struct Columns {
    Node of;
    Index from, count;
  };
  Node join(std::vector<Columns> parts);
  /// One row: the rows of x, times `weights`, added up.
  Node combineRows(Node x, Vector weights);
  /// Some rows of x in another order.
  Node pickRows(Node x, std::vector<Index> rows);
  /// x with the rows of y added to its rows `rows`.
  Node addToRows(Node x, Node y, std::vector<Index> rows);

  const Matrix& value(Node x) const { return *m_nodes[x].value; }
  /// What came back to a node that keeps it: empty where nothing did. Leaves keep theirs.
  const Matrix& gradient(Node x) const { return m_nodes[x].gradient; }
  void keepGradient(Node x) { m_nodes[x].keeps = true; }
  /// Adds to what has come back to a node.
  void give(Node x, Matrix gradient);
  /// Goes back from all nodes that were given a gradient; throws Cancelled.
  void backward(const Progress& progress = {});
  /// For a step of backward() that takes long: the part of the work that it is.
  const Progress& within() const { return m_within; }
  void clearGradients();

 private:
  struct Step {
    std::shared_ptr<const Matrix> value;
    Back back;
    Matrix gradient;
    bool keeps = false;
  };
  std::vector<Step> m_nodes;
  Progress m_within;
};

}  // namespace headlight
