#pragma once

#include <cmath>
#include <functional>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "core/attention/matrix_maps.h"

namespace headlight::test {

/// Tokens with these displays; one that starts and ends with a bracket is special. Ranges follow the joined text.
inline std::vector<Token> makeTokens(const std::vector<std::string>& displays) {
  std::vector<Token> tokens;
  std::int64_t at = 0;
  for (const std::string& display : displays) {
    Token token;
    token.id = static_cast<std::int64_t>(std::hash<std::string>{}(display) % 100000);
    token.text = token.display = display;
    token.special = display.size() > 1 && display.front() == '[' && display.back() == ']';
    if (!token.special) {
      // Code points, counted by the bytes that begin one.
      std::int64_t length = 0;
      for (const char c : display) length += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
      const bool space = display.front() == ' ';
      token.range = {at + space, at + length};
      token.sequence = 0;
      token.word = static_cast<std::int64_t>(tokens.size());
      at += length;
    }
    tokens.push_back(token);
  }
  return tokens;
}

/// Rows of random weights that sum to 1, the same for the same seed; causal: zero above the diagonal.
inline Matrix randomAttention(Index queries, Index keys, bool causal, std::mt19937& random) {
  std::uniform_real_distribution<float> uniform(0.01F, 1.0F);
  Matrix map(queries, keys);
  for (Index q = 0; q < queries; ++q) {
    for (Index k = 0; k < keys; ++k) map(q, k) = causal && k > q ? 0 : std::pow(uniform(random), 4.0F);
    map.row(q) /= map.row(q).sum();
  }
  return map;
}

inline std::shared_ptr<const MatrixMaps> randomMaps(int layers, int heads, std::vector<Token> tokens, bool causal,
                                                    unsigned seed = 1) {
  std::mt19937 random(seed);
  const auto n = static_cast<Index>(tokens.size());
  std::vector<std::vector<Matrix>> maps(static_cast<std::size_t>(layers));
  for (auto& layer : maps)
    for (int head = 0; head < heads; ++head) layer.push_back(randomAttention(n, n, causal, random));
  return std::make_shared<MatrixMaps>(std::move(maps), tokens, tokens);
}

}  // namespace headlight::test
