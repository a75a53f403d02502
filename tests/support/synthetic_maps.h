#pragma once

#include <memory>
#include <random>
#include <string>
#include <vector>

#include "core/attention/attention_maps.h"

namespace headlight::test {

/// Maps made by a seeded generator that look like those of a model: some heads look at the token before, some at the
/// same token, some at one far token, some at everything, and much of the mass of many lies on the first token.
class SyntheticMaps final : public AttentionMaps {
 public:
  SyntheticMaps(std::vector<std::string> tokens, int layers, int heads, bool causal, unsigned seed = 1)
      : m_layers(layers), m_heads(heads) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      Token token;
      token.id = static_cast<std::int64_t>(i);
      token.text = token.display = tokens[i];
      token.special = tokens[i] == "[CLS]" || tokens[i] == "[SEP]";
      m_tokens.push_back(token);
    }
    std::mt19937 random(seed);
    const auto uniform = [&] { return static_cast<float>(random()) / 4294967296.0F; };
    const Index n = static_cast<Index>(m_tokens.size());
    for (int l = 0; l < layers; ++l)
      for (int h = 0; h < heads; ++h) {
        Matrix w = Matrix::Zero(n, n);
        const int kind = (l * 3 + h) % 5;
        const float sink = uniform() * 6;
        for (Index i = 0; i < n; ++i) {
          const Index last = causal ? i : n - 1;
          for (Index j = 0; j <= last; ++j) {
            float score = uniform() * 1.5F;
            if (kind == 0 && j == i - 1) score += 5;
            if (kind == 1 && j == i) score += 4;
            if (kind == 2 && j % 7 == 3) score += 3;
            if (kind == 3) score += 3 * std::exp(-static_cast<float>(std::abs(i - j)) / 3);
            if (j == 0) score += sink;
            w(i, j) = std::exp(score);
          }
          w.row(i) /= w.row(i).sum();
        }
        m_weights.push_back(std::move(w));
      }
  }

  int layers() const override { return m_layers; }
  int heads() const override { return m_heads; }
  const std::vector<Token>& queryTokens() const override { return m_tokens; }
  const std::vector<Token>& keyTokens() const override { return m_tokens; }
  using AttentionMaps::weights;
  void weights(HeadId head, const Rect& rect, MatrixOut out) const override {
    out = m_weights[static_cast<std::size_t>(head.layer * m_heads + head.head)].block(rect.row, rect.col, rect.rows,
                                                                                      rect.cols);
  }
  /// To set single weights by hand.
  Matrix& at(HeadId head) { return m_weights[static_cast<std::size_t>(head.layer * m_heads + head.head)]; }
  std::vector<Token>& tokens() { return m_tokens; }

 private:
  int m_layers, m_heads;
  std::vector<Token> m_tokens;
  std::vector<Matrix> m_weights;
};

/// `count` words of a sentence that repeats.
inline std::vector<std::string> wordTokens(std::size_t count) {
  static const std::vector<std::string> words = {"The",   " cat", " that",   " chased", " the",
                                                 " mice", " was", " hungry", "."};
  std::vector<std::string> tokens;
  for (std::size_t i = 0; i < count; ++i) tokens.push_back(i > 0 && i % 9 == 0 ? " The" : words[i % 9]);
  return tokens;
}

}  // namespace headlight::test
