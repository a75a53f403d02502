#include "ui/figures/atlas_layout.h"
namespace headlight {}
