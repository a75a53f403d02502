#include "core/attention/matrix_maps.h"

#include <string>

#include "core/base/error.h"

namespace headlight {

MatrixMaps::MatrixMaps(std::vector<std::vector<Matrix>> maps, std::vector<Token> queries, std::vector<Token> keys,
                       bool rowsSumToOne)
    : m_maps(std::move(maps)),
      m_queries(std::move(queries)),
      m_keys(std::move(keys)),
      m_rowsSumToOne(rowsSumToOne) {
  if (m_maps.empty() || m_maps.front().empty())
    throw Error("attention: expected at least one layer with one head, found none");
  for (const auto& layer : m_maps) {
    if (layer.size() != m_maps.front().size())
      throw Error("attention: expected " + std::to_string(m_maps.front().size()) + " heads in every layer, found " +
                  std::to_string(layer.size()));
    for (const Matrix& map : layer)
      if (map.rows() != this->queries() || map.cols() != this->keys())
        throw Error("attention: expected [" + std::to_string(this->queries()) + ", " + std::to_string(this->keys()) +
                    "], found [" + std::to_string(map.rows()) + ", " + std::to_string(map.cols()) + "]");
  }
}

void MatrixMaps::weights(HeadId head, const Rect& rect, MatrixOut out) const {
  out = m_maps[static_cast<std::size_t>(head.layer)][static_cast<std::size_t>(head.head)].block(rect.row, rect.col,
                                                                                                rect.rows, rect.cols);
}

}  // namespace headlight
