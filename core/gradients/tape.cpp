#include "core/gradients/tape.h"

#include <cassert>
#include <utility>

#include "core/base/parallel.h"
#include "core/ops/backward.h"

namespace headlight {
namespace {

/// body(first row, rows) over all rows of a matrix, in blocks.
template <class Body>
void inBlocks(const Matrix& rows, const Body& body) {
  parallelRows(rows.rows(), rows.cols(), body);
}

}  // namespace

Tape::Node Tape::leaf(Matrix value) {
  m_nodes.push_back({std::make_shared<const Matrix>(std::move(value)), nullptr, {}, true});
  return m_nodes.size() - 1;
}

Tape::Node Tape::made(Matrix value, Back back) {
  m_nodes.push_back({std::make_shared<const Matrix>(std::move(value)), std::move(back), {}, false});
  return m_nodes.size() - 1;
}

Tape::Node Tape::again(Node x) {
  m_nodes.push_back({m_nodes[x].value, [this, x](const Matrix& g) { give(x, g); }, {}, false});
  return m_nodes.size() - 1;
}

void Tape::give(Node x, Matrix gradient) {
  Matrix& own = m_nodes[x].gradient;
  assert(gradient.rows() == value(x).rows() && gradient.cols() == value(x).cols());
  if (own.size() == 0)
    own = std::move(gradient);
  else
    own += gradient;
}

void Tape::backward(const Progress& progress) {
  for (std::size_t i = m_nodes.size(); i-- > 0;) {
    Step& node = m_nodes[i];
    if (node.gradient.size() == 0 || !node.back) continue;
    const auto left = [&](std::size_t nodes) {
      return static_cast<double>(nodes) / static_cast<double>(m_nodes.size());
    };
    m_within = progress.slice(1 - left(i + 1), 1 - left(i));
    m_within(0);
    node.back(node.gradient);
    if (!node.keeps) node.gradient.resize(0, 0);
  }
}

void Tape::clearGradients() {
  for (Step& node : m_nodes) node.gradient.resize(0, 0);
}

Tape::Node Tape::linear(const Linear& map, Node x) {
  Matrix y(value(x).rows(), map.out());
  apply(map, value(x), y);
  return made(std::move(y), [this, &map, x](const Matrix& g) {
    Matrix back(g.rows(), map.in());
    backThrough(map, g, back);
    give(x, std::move(back));
  });
}

Tape::Node Tape::norm(const Norm& norm, Node x, Index heads) {
  if (!norm) return x;
  Matrix y = value(x);
  inBlocks(y, [&](Index at, Index count) { applyPerHead(norm, heads, y.middleRows(at, count)); });
  return made(std::move(y), [this, &norm, x, heads](Matrix g) {
    inBlocks(g, [&](Index at, Index count) {
      backThrough(norm, heads, value(x).middleRows(at, count), g.middleRows(at, count));
    });
    give(x, std::move(g));
  });
}

Tape::Node Tape::activation(Activation activation, Node x) {
  if (activation == Activation::Identity) return x;
  Matrix y = value(x);
  inBlocks(y, [&](Index at, Index count) { activate(activation, y.middleRows(at, count)); });
  return made(std::move(y), [this, activation, x](Matrix g) {
    inBlocks(g, [&](Index at, Index count) {
      backThrough(activation, value(x).middleRows(at, count), g.middleRows(at, count));
    });
    give(x, std::move(g));
  });
}

Tape::Node Tape::activation(const Xielu& function, Node x) {
  Matrix y = value(x);
  inBlocks(y, [&](Index at, Index count) { activate(function, y.middleRows(at, count)); });
  return made(std::move(y), [this, function, x](Matrix g) {
    inBlocks(g, [&](Index at, Index count) {
      backThrough(function, value(x).middleRows(at, count), g.middleRows(at, count));
    });
    give(x, std::move(g));
  });
}

Tape::Node Tape::add(Node x, Node y) {
  return made(value(x) + value(y), [this, x, y](const Matrix& g) {
    give(x, g);
    give(y, g);
  });
}

Tape::Node Tape::multiply(Node x, Node y) {
  return made(value(x).cwiseProduct(value(y)), [this, x, y](const Matrix& g) {
    give(x, g.cwiseProduct(value(y)));
    give(y, g.cwiseProduct(value(x)));
  });
}

Tape::Node Tape::plus(Node x, float offset) {
  return made(value(x).array() + offset, [this, x](const Matrix& g) { give(x, g); });
}

Tape::Node Tape::times(Node x, float factor) {
  return made(value(x) * factor, [this, x, factor](const Matrix& g) { give(x, g * factor); });
}

Tape::Node Tape::clip(Node x, float low, float high) {
  return made(value(x).cwiseMax(low).cwiseMin(high), [this, x, low, high](const Matrix& g) {
    const auto& read = value(x).array();
    give(x, (read >= low && read <= high).select(g, 0.0F));
  });
}

Tape::Node Tape::cap(Node x, float c) {
  const Node y = made((value(x).array() / c).tanh() * c, nullptr);
  m_nodes[y].back = [this, x, y, c](const Matrix& g) { give(x, g.array() * (1 - (value(y).array() / c).square())); };
  return y;
}

Tape::Node Tape::rotate(const RotaryTable& table, Node x, Index heads, Index from) {
  Matrix y = value(x);
  headlight::rotate(table, heads, y, 0, from);
  return made(std::move(y), [this, &table, x, heads, from](Matrix g) {
    rotateBack(table, heads, g, 0, from);
    give(x, std::move(g));
  });
}

Tape::Node Tape::scaleRows(Node x, Vector factors) {
  Matrix y = factors.asDiagonal() * value(x);
  return made(std::move(y), [this, x, own = std::move(factors)](const Matrix& g) { give(x, own.asDiagonal() * g); });
}

Tape::Node Tape::multiplyRows(Node x, Node factors) {
  Matrix y = value(factors).col(0).asDiagonal() * value(x);
  return made(std::move(y), [this, x, factors](const Matrix& g) {
    give(factors, g.cwiseProduct(value(x)).rowwise().sum());
    give(x, value(factors).col(0).asDiagonal() * g);
  });
}

Tape::Node Tape::join(std::vector<Columns> parts) {
  Index width = 0;
  for (const Columns& part : parts) width += part.count;
  Matrix y(value(parts.front().of).rows(), width);
  Index at = 0;
  for (const Columns& part : parts) {
    y.middleCols(at, part.count) = value(part.of).middleCols(part.from, part.count);
    at += part.count;
  }
  return made(std::move(y), [this, own = std::move(parts)](const Matrix& g) {
    Index begin = 0;
    for (const Columns& part : own) {
      Matrix& into = m_nodes[part.of].gradient;
      if (into.size() == 0) into.setZero(g.rows(), value(part.of).cols());
      into.middleCols(part.from, part.count) += g.middleCols(begin, part.count);
      begin += part.count;
    }
  });
}

Tape::Node Tape::combineRows(Node x, Vector weights) {
  Matrix y = weights.transpose() * value(x);
  return made(std::move(y), [this, x, own = std::move(weights)](const Matrix& g) { give(x, own * g); });
}

Tape::Node Tape::pickRows(Node x, std::vector<Index> rows) {
  Matrix y(static_cast<Index>(rows.size()), value(x).cols());
  for (std::size_t i = 0; i < rows.size(); ++i) y.row(static_cast<Index>(i)) = value(x).row(rows[i]);
  return made(std::move(y), [this, x, own = std::move(rows)](const Matrix& g) {
    Matrix back = Matrix::Zero(value(x).rows(), g.cols());
    for (std::size_t i = 0; i < own.size(); ++i) back.row(own[i]) += g.row(static_cast<Index>(i));
    give(x, std::move(back));
  });
}

Tape::Node Tape::addToRows(Node x, Node y, std::vector<Index> rows) {
  Matrix sum = value(x);
  for (std::size_t i = 0; i < rows.size(); ++i) sum.row(rows[i]) += value(y).row(static_cast<Index>(i));
  return made(std::move(sum), [this, x, y, own = std::move(rows)](const Matrix& g) {
    Matrix back(static_cast<Index>(own.size()), g.cols());
    for (std::size_t i = 0; i < own.size(); ++i) back.row(static_cast<Index>(i)) = g.row(own[i]);
    give(y, std::move(back));
    give(x, g);
  });
}

}  // namespace headlight
